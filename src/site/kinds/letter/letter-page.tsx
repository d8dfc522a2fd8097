import { say } from "../../../messages/index.ts";
import { longestName } from "../../../model/comment.ts";
import { longestLetter } from "../../../model/letter.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

interface LetterView {
	/** Of the newsroom. */
	readonly email: string;
}

/** A form for letters to the newsroom. `client/letter.ts` shows it; without a script the reader's own mail does. */
export function LetterPage({ site, view: { email } }: PageProps<LetterView>) {
	return (
		<div class="letter-page">
			<h1>{say(site, "letter.title")}</h1>
			<p>
				{say(site, "letter.own")} <a href={`mailto:${email}`}>{email}</a>
			</p>
			<form class="discussion-form" data-letter-form hidden>
				<label>
					{say(site, "letter.text")}
					<textarea name="text" rows={8} required></textarea>
				</label>
				<output data-count data-most={longestLetter}>
					0 / {longestLetter} {say(site, "comments.characters")}
				</output>
				<label>
					{say(site, "comments.name")}
					<input name="name" autocomplete="name" maxlength={longestName} required />
				</label>
				<label>
					{say(site, "letter.email")}
					<input name="email" type="email" autocomplete="email" maxlength={200} />
				</label>
				<label class="discussion-trap" aria-hidden="true">
					{say(site, "comments.trap")}
					<input name="website" tabindex={-1} autocomplete="off" />
				</label>
				<p>{say(site, "letter.privacy")}</p>
				<p>
					<button type="submit">{say(site, "letter.send")}</button>
				</p>
				<p
					role="status"
					data-said
					data-sending={say(site, "comments.sending")}
					data-sent={say(site, "letter.sent")}
					data-failed={say(site, "letter.failed")}
				></p>
			</form>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		letter: LetterView;
	}
}

export const page = pageKind("letter", {
	component: LetterPage,
	title: (_view, site) => ({ title: say(site, "letter.title") }),
});
