import { say } from "../../../messages/index.ts";
import { longestLetter } from "../../../model/letter.ts";
import { ReaderForm } from "../../components/reader-form.tsx";
import { type PageProps, pageKind } from "../page-kind.ts";

interface LetterView {
	/** The newsroom's e-mail address. */
	readonly email: string;
}

/**
 * A form for letters to the newsroom, which `client/letter.ts` shows. Without a script, readers use their own mail
 * program.
 */
export function LetterPage({ site, view: { email } }: PageProps<LetterView>) {
	return (
		<div class="letter-page">
			<h1>{say(site, "letter.title")}</h1>
			<p>
				{say(site, "letter.own")} <a href={`mailto:${email}`}>{email}</a>
			</p>
			<ReaderForm
				site={site}
				kind="letter"
				labels={{
					text: say(site, "letter.text"),
					email: say(site, "letter.email"),
					send: say(site, "letter.send"),
				}}
				rows={8}
				longest={longestLetter}
				said={{ sent: say(site, "letter.sent"), failed: say(site, "letter.failed") }}
			>
				<p>{say(site, "letter.privacy")}</p>
			</ReaderForm>
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
