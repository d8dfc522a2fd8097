import {
	type DocumentParts,
	documentParts,
	type FieldBlock,
	isSameValue,
	joinParts,
} from "./document-parts.ts";
import { isSameMeaning } from "./field-meaning.ts";
import { mergeLines } from "./merge-lines.ts";

/** A field that two people changed. */
export interface FieldConflict {
	/** A field of the front matter; `body` for the text below, `text` if a file cannot be split into parts. */
	readonly field: string;
	/** As written in the file; absent if the field was not there. */
	readonly base?: string;
	readonly yours?: string;
	readonly theirs?: string;
}

export type Merged =
	| { readonly text: string; readonly conflicts?: never }
	| { readonly text?: never; readonly conflicts: readonly FieldConflict[] };

/**
 * Three-way merge of two texts: field by field, the body by lines. The result has the bytes of `yours` except for
 * changes of the other side.
 *
 * @param file its path: a Markdown or a data file
 * @param base null if both are new
 */
export function mergeDocuments(file: string, base: string | null, yours: string, theirs: string): Merged {
	if (yours === theirs || theirs === base) return { text: yours };
	if (yours === base) return { text: theirs };
	const parts = [base ?? emptyLike(file), yours, theirs].map((text) => documentParts(file, text));
	const [baseParts, yourParts, theirParts] = parts;
	if (!baseParts || !yourParts || !theirParts) return mergeWhole(base, yours, theirs);
	const conflicts: FieldConflict[] = [];
	const blocks = mergeFields(baseParts, yourParts, theirParts, conflicts);
	const body = mergeText(baseParts.body, yourParts.body, theirParts.body);
	if (body === undefined) {
		conflicts.push({
			field: "body",
			base: baseParts.body,
			yours: yourParts.body,
			theirs: theirParts.body,
		});
	}
	if (conflicts.length > 0 || body === undefined) return { conflicts };
	return { text: joinParts({ ...yourParts, blocks, body }) };
}

/**
 * The text sent by an editing form, with the bytes of its base wherever both mean the same: quotation marks, comments,
 * order and line ends stay as they were.
 */
export function keepUnedited(file: string, base: string, edited: string): string {
	if (base === edited) return base;
	const baseParts = documentParts(file, base);
	const editedParts = documentParts(file, edited);
	if (!baseParts || !editedParts) return edited;
	const changes = changedBlocks(baseParts.blocks, editedParts.blocks).filter(
		({ name, block }) => !isSameMeaning(file, name, blockOf(baseParts.blocks, name)?.value, block?.value),
	);
	const blocks = withChanges(baseParts.blocks, changes);
	const body = isSameBody(baseParts.body, editedParts.body) ? baseParts.body : editedParts.body;
	return joinParts({ ...baseParts, blocks, body });
}

function emptyLike(file: string): string {
	return file.endsWith(".md") ? "---\n---\n" : "";
}

function mergeFields(
	base: DocumentParts,
	yours: DocumentParts,
	theirs: DocumentParts,
	conflicts: FieldConflict[],
): readonly FieldBlock[] {
	const taken: Change[] = [];
	for (const change of changedBlocks(base.blocks, theirs.blocks)) {
		const before = blockOf(base.blocks, change.name);
		const own = blockOf(yours.blocks, change.name);
		if (isSameValue(own?.value, change.block?.value)) continue;
		if (isSameValue(own?.value, before?.value)) {
			taken.push(change);
			continue;
		}
		// For the time of the last change, the later one wins.
		if (change.name === "updated" && change.block && own) {
			if (String(change.block.value) > String(own.value)) taken.push(change);
			continue;
		}
		conflicts.push({
			field: change.name,
			...(before && { base: before.text }),
			...(own && { yours: own.text }),
			...(change.block && { theirs: change.block.text }),
		});
	}
	return withChanges(yours.blocks, taken);
}

/** A field that differs in another text; without a block if it is absent there. */
interface Change {
	readonly name: string;
	readonly block?: FieldBlock;
	/** The field above it in that text. */
	readonly after?: string;
}

function changedBlocks(from: readonly FieldBlock[], to: readonly FieldBlock[]): Change[] {
	const changes: Change[] = [];
	for (const [at, block] of to.entries()) {
		if (isSameValue(blockOf(from, block.name)?.value, block.value)) continue;
		const after = to[at - 1]?.name;
		changes.push({ name: block.name, block, ...(after !== undefined && { after }) });
	}
	for (const { name, value } of from) {
		if (value !== undefined && !blockOf(to, name)) changes.push({ name });
	}
	return changes;
}

function withChanges(blocks: readonly FieldBlock[], changes: readonly Change[]): readonly FieldBlock[] {
	const result = [...blocks];
	for (const { name, block, after } of changes) {
		const at = result.findIndex((other) => other.name === name);
		if (!block) {
			if (at !== -1) result.splice(at, 1);
		} else if (at !== -1) result[at] = block;
		else {
			const above = after === undefined ? -1 : result.findIndex((other) => other.name === after);
			result.splice(above === -1 && after !== undefined ? result.length : above + 1, 0, block);
		}
	}
	return result;
}

function blockOf(blocks: readonly FieldBlock[], name: string): FieldBlock | undefined {
	return blocks.find((block) => block.name === name);
}

function mergeWhole(base: string | null, yours: string, theirs: string): Merged {
	const text = mergeText(base ?? "", yours, theirs);
	if (text !== undefined) return { text };
	return { conflicts: [{ field: "text", ...(base !== null && { base }), yours, theirs }] };
}

/** As `mergeLines`, but line ends and empty lines at the edges do not count as changes. */
function mergeText(base: string, yours: string, theirs: string): string | undefined {
	if (isSameBody(yours, theirs) || isSameBody(theirs, base)) return yours;
	if (isSameBody(yours, base)) return theirs;
	return mergeLines(base, yours, theirs);
}

function isSameBody(a: string, b: string): boolean {
	return a === b || trimmed(a) === trimmed(b);
}

function trimmed(body: string): string {
	return body.replaceAll("\r\n", "\n").replace(/^\n+/, "").trimEnd();
}
