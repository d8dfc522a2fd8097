import type { OfficialView } from "../views.ts";
import { phoneLink } from "./phone-link.ts";
import { Picture } from "./picture.tsx";

export interface OfficialCardProps {
	readonly official: OfficialView;
	/** Whether it shows telephone, address and summary. */
	readonly isWhole: boolean;
}

/** Somebody with the posts of a unit and, on the unit's page, how to reach them. */
export function OfficialCard({ official, isWhole }: OfficialCardProps) {
	const { name, posts, portrait, phone, email, bio } = official;
	const tel = phone && phoneLink(phone);
	return (
		<div class="official-card">
			{portrait ? (
				<Picture picture={portrait} alt="" sizes="96px" />
			) : (
				<span class="official-card-initial" aria-hidden="true">
					{name.slice(name.lastIndexOf(" ") + 1).charAt(0)}
				</span>
			)}
			<div>
				<p class="official-card-name">{name}</p>
				{posts.map(({ title }) => (
					<p>{title}</p>
				))}
				{isWhole && phone && <p>{tel ? <a href={tel}>{phone.replaceAll(" ", "\u00a0")}</a> : phone}</p>}
				{isWhole && email && (
					<p>
						<a href={`mailto:${email}`}>{email}</a>
					</p>
				)}
				{isWhole && bio && <p class="official-card-bio">{bio}</p>}
			</div>
		</div>
	);
}
