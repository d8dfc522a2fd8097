/** The page of all pictures and attachments. */
import type { Hono } from "hono";
import { formatNumber } from "../../text/index.ts";
import type { Desk } from "../api/context.ts";
import { sectionAddresses } from "../messages.ts";
import type { MediaRemoved } from "../store/index.ts";
import { formBody } from "./form-body.ts";
import { MediaPage, mediaQueryOf, parametersOf } from "./media-page.tsx";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { createOutcomes, type Said } from "./said.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.media;

export function addMediaPages(pages: Hono<PageEnv>, { store, local }: Desk): void {
	const address = sectionAddresses.media;
	const outcomes = createOutcomes<Said>();

	pages.get(address, async (context) => {
		const person = context.get("person");
		const query = mediaQueryOf(context.req.query());
		const page = await store.media(query);
		const said = outcomes.take(person, context.req.url);
		return pageAnswer(<MediaPage {...{ person, local, query, page, said }} />);
	});

	pages.post(address, async (context) => {
		const person = context.get("person");
		const query = mediaQueryOf(context.req.query());
		const paths = (await formBody(context)).getAll("path");
		const result = await store.removeMedia(paths, person);
		const said = result.kind === "refused" ? { faults: [result.message] } : saidOfRemoval(result);
		return outcomes.show(person, said, `${address}${parametersOf(query)}`);
	});
}

function saidOfRemoval({ removed, kept }: MediaRemoved): Said {
	return {
		...(removed.length > 0 && { done: strings.removed(formatNumber(removed.length)) }),
		...(kept.length > 0 && { faults: kept.map(strings.kept) }),
	};
}
