import { readEntryText } from "../../content/index.ts";
import type { SiteSettings } from "../../model/site.ts";
import { readSpellingGroups, type SpellingGroups } from "../../search/finder/spelling-groups.ts";
import { rewritings } from "../../search/rewritings.ts";
import type { DeskContext } from "./desk-context.ts";

const file = "site.yml";

const builtIn = readSpellingGroups(rewritings);

/** Parsed settings, by their blobs. */
const known = new WeakMap<DeskContext, { readonly blob: string; readonly spellings: SpellingGroups }>();

/** The names with several spellings, including the abbreviations of the office's settings. */
export async function portalSpellings(desk: DeskContext): Promise<SpellingGroups> {
	const blob = await desk.branch.blobAt(file);
	if (blob === undefined) return builtIn;
	const last = known.get(desk);
	if (last?.blob === blob) return last.spellings;
	const bytes = await desk.repository.blob(blob);
	if (!bytes) return builtIn;
	const { fields } = readEntryText(file, "site", bytes).entry;
	const { abbreviations = [] } = fields as Partial<SiteSettings>;
	const spellings = readSpellingGroups([
		...rewritings,
		...abbreviations.map(({ short, long }) => [short, long] as const),
	]);
	known.set(desk, { blob, spellings });
	return spellings;
}
