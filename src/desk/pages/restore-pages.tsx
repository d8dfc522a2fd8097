/** Pages that bring something back: the trash, and the versions of an entry. */
import type { Hono } from "hono";
import { collectionOf, type Desk, entryOf } from "../api/context.ts";
import { Refusal } from "../api/refuse.ts";
import { happy } from "../api/results.ts";
import { strings as apiStrings } from "../api/strings.ts";
import { historyPattern, sectionAddresses } from "../messages.ts";
import { isCommitId, type Version } from "../store/index.ts";
import { documentDifference } from "./document-difference.ts";
import { formBody } from "./form-body.ts";
import { HistoryPage } from "./history-page.tsx";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { createOutcomes, type Said } from "./said.tsx";
import { entryStrings as strings } from "./strings.ts";
import { TrashPage } from "./trash-page.tsx";

export function addTrashPage(pages: Hono<PageEnv>, { store, local }: Desk): void {
	const address = sectionAddresses.trash;
	const outcomes = createOutcomes<Said>();

	pages.get(address, async (context) => {
		const person = context.get("person");
		const said = outcomes.take(person, context.req.url);
		return pageAnswer(<TrashPage person={person} local={local} items={await store.trash()} said={said} />);
	});

	pages.post(address, async (context) => {
		const person = context.get("person");
		const form = await formBody(context);
		const result = await store.restoreFromTrash(form.get("key") ?? "", person);
		return outcomes.show(person, saidOf(result, strings.trash.restored), address);
	});
}

export function addHistoryPage(pages: Hono<PageEnv>, { store, local }: Desk): void {
	const outcomes = createOutcomes<Said>();

	pages.get(historyPattern, async (context) => {
		const { stored, id } = entryOf(context);
		const { collection } = collectionOf(context);
		const person = context.get("person");
		const opened = await store.open(stored, id, person);
		if ("kind" in opened) throw new Refusal(404, apiStrings.noEntry);
		const versions = await store.history(stored, id);
		const version = versions.find(({ commit }) => commit === context.req.query("so"));
		const textOf = ({ commit }: Version) => store.versionText(stored, id, commit);
		const text = version && (await textOf(version));
		return pageAnswer(
			<HistoryPage
				person={person}
				local={local}
				collection={collection}
				id={id}
				title={opened.summary.title || id}
				revision={opened.revision}
				versions={versions}
				current={await newestWith(opened.text, versions, textOf)}
				compared={
					version && text !== undefined
						? { version, fields: documentDifference(collection, opened.summary.path, text, opened.text) }
						: undefined
				}
				said={outcomes.take(person, context.req.url)}
			/>,
		);
	});

	pages.post(historyPattern, async (context) => {
		const { stored, id } = entryOf(context);
		const person = context.get("person");
		const form = await formBody(context);
		const [commit, base] = [form.get("commit") ?? "", form.get("base") ?? ""];
		if (!isCommitId(commit)) throw new Refusal(400, apiStrings.badRequest);
		const result = await store.restore(stored, id, commit, base, person);
		const said = saidOf(result, strings.versions.restored);
		return outcomes.show(person, said, new URL(context.req.url).pathname);
	});
}

/** The newest version that has a text. */
async function newestWith(
	text: string,
	versions: readonly Version[],
	textOf: (version: Version) => Promise<string | undefined>,
): Promise<Version | undefined> {
	for (const version of versions) if ((await textOf(version)) === text) return version;
	return undefined;
}

/** The message about a change that the store made or refused. */
function saidOf(result: Parameters<typeof happy>[0], done: string): Said {
	try {
		happy(result);
		return { done };
	} catch (error) {
		if (error instanceof Refusal) return { faults: [error.message] };
		throw error;
	}
}
