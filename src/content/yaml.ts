/** YAML as this project reads it: scalars stay text as typed, and anchors and aliases are not allowed. */
import {
	EVENT_ALIAS,
	EVENT_DOCUMENT,
	EVENT_MAPPING,
	EVENT_POP,
	EVENT_SCALAR,
	EVENT_SEQUENCE,
	type Event,
	FAILSAFE_SCHEMA,
	getScalarValue,
	load,
	nullCoreTag,
	parseEvents,
	SCALAR_STYLE_PLAIN,
	YAMLException,
} from "js-yaml";

// The failsafe schema keeps "0987" and "2026-11-22" as they are. Null is added because the editor writes it into
// cleared fields.
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag);
const maxDepth = 20;

/** The content of a YAML mapping: texts, lists and further mappings. Empty values are absent. */
export type YamlFields = { readonly [name: string]: YamlValue };
export type YamlValue = string | readonly YamlValue[] | YamlFields;
/** The path of a value: names of fields and indexes in lists. */
export type FieldPath = readonly (string | number)[];

/** Invalid YAML, with the line. */
export class YamlError extends Error {
	override readonly name = "YamlError";
	/** Counted from one, within the YAML text. */
	readonly line: number | undefined;
	/** The parser's own message, in English. */
	readonly reason: string;

	constructor(reason: string, line?: number) {
		super(reason);
		this.reason = reason;
		this.line = line;
	}
}

/**
 * Parses one YAML mapping; an empty text is an empty mapping. Empty scalars, lists and mappings are left out, so a
 * field without a value counts as absent.
 *
 * @throws {YamlError} for anything but one mapping, and for duplicate keys, aliases and tags
 */
export function parseYaml(source: string): YamlFields {
	if (!hasContent(source)) return {};
	let value: unknown;
	try {
		value = load(source, { schema, maxAliases: 0, maxDepth });
		if (source.includes("&")) refuseAnchors(source);
	} catch (error) {
		if (error instanceof YamlError) throw error;
		if (error instanceof YAMLException) {
			throw new YamlError(error.reason, error.mark === undefined ? undefined : error.mark.line + 1);
		}
		throw new YamlError(error instanceof Error ? error.message : String(error));
	}
	const fields = withoutEmpty(value);
	if (fields === undefined) return {};
	if (typeof fields === "string" || Array.isArray(fields)) throw new YamlError("expected a mapping", 1);
	return fields as YamlFields;
}

/** Rejects anchors, because `title: &abc def` would silently lose its first word. */
function refuseAnchors(source: string): void {
	for (const event of parseEvents(source, { maxDepth })) {
		if (event.type === EVENT_ALIAS || !("anchorStart" in event) || event.anchorStart === -1) continue;
		throw new YamlError("an anchor", source.slice(0, event.anchorStart).split("\n").length);
	}
}

function hasContent(source: string): boolean {
	return source.split("\n").some((line) => /^\s*[^#\s]/.test(line));
}

function withoutEmpty(value: unknown): YamlValue | undefined {
	if (typeof value === "string") return value.trim() === "" ? undefined : value;
	if (Array.isArray(value)) {
		const items = value.map(withoutEmpty).filter((item) => item !== undefined);
		return items.length === 0 ? undefined : items;
	}
	if (value === null || typeof value !== "object") return undefined;
	const entries: [string, YamlValue][] = [];
	for (const [name, child] of Object.entries(value)) {
		const kept = withoutEmpty(child);
		if (kept !== undefined) entries.push([name, kept]);
	}
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The places of a YAML text's fields. */
export interface FieldLines {
	/**
	 * The line of a field, counted from one. For a missing field, the line of the nearest enclosing one. Undefined if
	 * there is none or the text is invalid.
	 */
	lineOf(path: FieldPath): number | undefined;
	/** Unquoted values that are followed by a comment on their line. */
	comments(): readonly { readonly path: FieldPath; readonly value: string; readonly comment: string }[];
	/** An unquoted value as it was written, with its line breaks and indentation. */
	writtenAt(path: FieldPath): string | undefined;
	/** Unquoted items of lists that are on several lines. */
	itemsOfSeveralLines(): readonly { readonly path: FieldPath; readonly written: string }[];
	/** The paths of fields within others that have no value. `{Bão, Lũ}` contains two of them. */
	emptyInnerFields(): readonly FieldPath[];
}

/** Finds the lines of all fields of a YAML text. The text is parsed once, on first use. */
export function fieldLines(source: string): FieldLines {
	let known: OffsetReader | undefined;
	let lineStarts: readonly number[] | undefined;
	const reading = (): OffsetReader => {
		if (known) return known;
		known = new OffsetReader(source);
		known.read();
		return known;
	};
	return {
		lineOf(path) {
			const { offsets } = reading();
			for (let length = path.length; length > 0; length -= 1) {
				const offset = offsets.get(JSON.stringify(path.slice(0, length)));
				if (offset === undefined) continue;
				lineStarts ??= startsOfLines(source);
				return lineAt(lineStarts, offset);
			}
			return undefined;
		},
		comments() {
			if (!/[ \t]#/.test(source)) return [];
			return reading().comments;
		},
		writtenAt: (path) => reading().plainValues.find(({ path: at }) => isSamePath(at, path))?.written,
		itemsOfSeveralLines() {
			if (!hasDeeperLine(source)) return [];
			return reading().plainValues.filter(
				({ path, written }) => typeof path.at(-1) === "number" && written.includes("\n"),
			);
		},
		emptyInnerFields: () => (mayHaveEmptyInner.test(source) ? reading().emptyInner : []),
	};
}

/** A mapping on one line, or an indented line that ends with a colon. */
const mayHaveEmptyInner = /\{|^[ \t]*- .*:[ \t]*$|^[ \t]+\S.*:[ \t]*$/m;

function isSamePath(one: FieldPath, other: FieldPath): boolean {
	return one.length === other.length && one.every((part, at) => part === other[at]);
}

/** Whether the line after an item is further right, as if it belonged to the item. */
function hasDeeperLine(source: string): boolean {
	let indent = Number.POSITIVE_INFINITY;
	for (const line of source.split("\n")) {
		const start = line.search(/\S/);
		if (start === -1) continue;
		if (start > indent) return true;
		indent = line[start] === "-" ? start : Number.POSITIVE_INFINITY;
	}
	return false;
}

function startsOfLines(source: string): number[] {
	const starts = [0];
	for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}

/** The line of an offset, counted from one. */
function lineAt(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low + 1;
}

/**
 * The fields of a YAML mapping in order, with the offsets of their names and their values as in `parseYaml`. Empty
 * fields have a place but no value.
 *
 * @throws {YamlError} as `parseYaml`
 */
export function topLevelFields(source: string): {
	readonly names: readonly { readonly name: string; readonly start: number }[];
	readonly values: YamlFields;
} {
	const values = parseYaml(source);
	const names: { name: string; start: number }[] = [];
	for (const [path, start] of new OffsetReader(source).read()) {
		const [name, ...deeper] = JSON.parse(path) as (string | number)[];
		if (typeof name === "string" && deeper.length === 0) names.push({ name, start });
	}
	return { names, values };
}

/** A comment directly after a value. */
const commentAfter = /[ \t]+(#.*)/y;
/** A comment in the place of a value: `: #30`. */
const commentAsValue = /["']?[ \t]*:[ \t]+(#[^\s#].*)/y;

/** Walks the parser's flat events once and records the place of each field and item. */
class OffsetReader {
	private readonly source: string;
	readonly offsets = new Map<string, number>();
	readonly comments: { path: FieldPath; value: string; comment: string }[] = [];
	readonly plainValues: { path: FieldPath; written: string }[] = [];
	readonly emptyInner: FieldPath[] = [];
	private events: readonly Event[] = [];
	private position = 0;

	constructor(source: string) {
		this.source = source;
	}

	/** Offsets by the JSON of the path. */
	read(): ReadonlyMap<string, number> {
		try {
			this.events = parseEvents(this.source, { maxDepth });
		} catch {
			return this.offsets;
		}
		if (this.events[0]?.type === EVENT_DOCUMENT) this.position = 1;
		this.readNode([]);
		return this.offsets;
	}

	/** Reads past the node at the present position. */
	private readNode(path: FieldPath): void {
		const type = this.events[this.position]?.type;
		if (type === EVENT_MAPPING) this.readMapping(path);
		else if (type === EVENT_SEQUENCE) this.readSequence(path);
		else {
			this.noteComment(path);
			this.noteValue(path);
			this.position += 1;
		}
	}

	private noteValue(path: FieldPath): void {
		const event = this.events[this.position];
		if (event?.type !== EVENT_SCALAR || event.style !== SCALAR_STYLE_PLAIN) return;
		const written = this.source.slice(event.valueStart, event.valueEnd);
		if (event.valueEnd > event.valueStart) this.plainValues.push({ path, written });
	}

	private noteComment(path: FieldPath): void {
		const event = this.events[this.position];
		if (event?.type !== EVENT_SCALAR || event.style !== SCALAR_STYLE_PLAIN) return;
		commentAfter.lastIndex = event.valueEnd;
		const comment = commentAfter.exec(this.source)?.[1];
		const value = getScalarValue(this.source, event);
		if (comment !== undefined && value !== "") this.comments.push({ path, value, comment });
	}

	/** Records a value that begins with "#" and so is a comment: `title: #30`. */
	private noteValueInComment(path: FieldPath, keyEnd: number): void {
		if (!this.isEmptyScalar()) return;
		// A real comment on an empty field has a space after its "#".
		commentAsValue.lastIndex = keyEnd;
		const comment = commentAsValue.exec(this.source)?.[1];
		if (comment !== undefined) this.comments.push({ path, value: "", comment });
	}

	/**
	 * Records an item that begins with "#" and so is a comment: `- #bão`.
	 *
	 * @param from where the items before it end
	 * @returns where the item ends
	 */
	private noteItemInComment(path: FieldPath, from: number): number {
		const emptyItem = /^[ \t]*-[ \t]*(#.*)?$/gm;
		emptyItem.lastIndex = this.source.lastIndexOf("\n", from - 1) + 1;
		const found = emptyItem.exec(this.source);
		const comment = found?.[1] ?? "";
		if (/^#[^\s#]/.test(comment)) this.comments.push({ path, value: "", comment });
		return found ? emptyItem.lastIndex + 1 : from;
	}

	private readMapping(path: FieldPath): void {
		this.position += 1;
		while (!this.atEnd()) {
			const key = this.events[this.position];
			const offset = this.offset();
			const name = key?.type === EVENT_SCALAR ? getScalarValue(this.source, key) : undefined;
			const place = [...path, name ?? ""];
			if (name !== undefined) this.note(place, offset);
			if (key?.type === EVENT_SCALAR) {
				this.position += 1;
				this.noteValueInComment(place, key.valueEnd);
			} else this.readNode(place);
			if (path.length > 0 && this.isEmptyScalar()) this.emptyInner.push(place);
			this.readNode(place);
		}
		this.position += 1;
	}

	private readSequence(path: FieldPath): void {
		let end = this.offset() ?? 0;
		this.position += 1;
		let index = 0;
		while (!this.atEnd()) {
			const event = this.events[this.position];
			if (event?.type === EVENT_SCALAR && event.valueEnd > end) end = event.valueEnd;
			// Indexes are those of the parsed values, in which empty items are dropped.
			const place = [...path, index];
			if (event?.type === EVENT_SCALAR && event.valueEnd === -1) end = this.noteItemInComment(place, end);
			if (!this.isEmptyScalar()) {
				this.note(place, this.offset());
				index += 1;
			}
			this.readNode(place);
		}
		this.position += 1;
	}

	/** The first of several fields with the same name counts. */
	private note(path: FieldPath, offset: number | undefined): void {
		const key = JSON.stringify(path);
		if (offset !== undefined && !this.offsets.has(key)) this.offsets.set(key, offset);
	}

	private atEnd(): boolean {
		const event = this.events[this.position];
		return event === undefined || event.type === EVENT_POP;
	}

	private isEmptyScalar(): boolean {
		const event = this.events[this.position];
		return event?.type === EVENT_SCALAR && getScalarValue(this.source, event).trim() === "";
	}

	private offset(): number | undefined {
		const event = this.events[this.position];
		if (event?.type === EVENT_SCALAR) return event.valueStart;
		if (event?.type === EVENT_MAPPING || event?.type === EVENT_SEQUENCE) return event.start;
		if (event?.type === EVENT_ALIAS) return event.anchorStart;
		return undefined;
	}
}
