import type { Child } from "hono/jsx";
import { say } from "../../messages/index.ts";
import { phoneLink } from "./phone-link.ts";
import type { SiteProps } from "./site-props.ts";

export interface ContactFactsProps extends SiteProps {
	readonly address?: string | undefined;
	readonly phone?: string | undefined;
	readonly email?: string | undefined;
	/** Shown after the e-mail address. */
	readonly children?: Child;
}

/** How to reach somebody, as rows of a `<dl>`. */
export function ContactFacts({ site, address, phone, email, children }: ContactFactsProps) {
	const tel = phone && phoneLink(phone);
	return (
		<>
			{address && (
				<div>
					<dt>{say(site, "footer.address")}</dt>
					<dd>{address}</dd>
				</div>
			)}
			{phone && (
				<div>
					<dt>{say(site, "footer.phone")}</dt>
					<dd>{tel ? <a href={tel}>{phone.replaceAll(" ", "\u00a0")}</a> : phone}</dd>
				</div>
			)}
			{email && (
				<div>
					<dt>{say(site, "footer.email")}</dt>
					<dd>
						<a href={`mailto:${email}`}>{email}</a>
						{children}
					</dd>
				</div>
			)}
		</>
	);
}
