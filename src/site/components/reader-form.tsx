import type { Child } from "hono/jsx";
import { say, sayNumber } from "../../messages/index.ts";
import { longestName } from "../../model/comment.ts";
import type { SiteProps } from "./site-props.ts";

export interface ReaderFormProps extends SiteProps {
	/** Its script finds it by `data-<kind>-form`. */
	readonly kind: "comment" | "letter";
	readonly labels: { readonly text: string; readonly email: string; readonly send: string };
	/** Lines of the field for the text. */
	readonly rows: number;
	/** Most characters of the text, as people count them. */
	readonly longest: number;
	/** The messages that the script shows afterwards. */
	readonly said: { readonly sent: string; readonly failed: string };
	/** Shown above the button. */
	readonly children?: Child;
}

/** A form for what readers write. `client/reader-form.ts` shows it. */
export function ReaderForm({ site, kind, labels, rows, longest, said, children }: ReaderFormProps) {
	return (
		<form class="reader-form" {...{ [`data-${kind}-form`]: true }} hidden>
			<label>
				{labels.text}
				<textarea name="text" rows={rows} required></textarea>
			</label>
			<output data-count data-most={longest}>
				0 / {sayNumber(site, longest)} {say(site, "comments.characters")}
			</output>
			<label>
				{say(site, "comments.name")}
				<input name="name" autocomplete="name" maxlength={longestName} required />
			</label>
			<label>
				{labels.email}
				<input name="email" type="email" autocomplete="email" maxlength={200} />
			</label>
			<label class="reader-form-trap" aria-hidden="true">
				{say(site, "comments.trap")}
				<input name="website" tabindex={-1} autocomplete="off" />
			</label>
			{children}
			<p>
				<button type="submit">{labels.send}</button>
			</p>
			<p
				role="status"
				data-said
				data-sending={say(site, "comments.sending")}
				data-sent={said.sent}
				data-failed={said.failed}
			></p>
		</form>
	);
}
