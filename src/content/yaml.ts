/** YAML as this project reads it: scalars stay the text that was typed, and nothing refers to anything else. */
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
	YAMLException,
} from "js-yaml";

// The failsafe schema keeps "0987" and "2026-11-22" as they are. Null is added because the editor writes it into
// fields that were cleared.
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag);
const maxDepth = 20;

/** What a YAML mapping holds: text, lists and further mappings. Empty values are absent. */
export type YamlFields = { readonly [name: string]: YamlValue };
export type YamlValue = string | readonly YamlValue[] | YamlFields;
/** Where a value lies: names of fields and places in lists. */
export type FieldPath = readonly (string | number)[];

/** YAML that cannot be read, and where. */
export class YamlError extends Error {
	override readonly name = "YamlError";
	/** Counted from one, within the YAML text. */
	readonly line: number | undefined;
	/** The parser's own words, in English. */
	readonly reason: string;

	constructor(reason: string, line?: number) {
		super(reason);
		this.reason = reason;
		this.line = line;
	}
}

/**
 * Reads one YAML mapping; an empty text is an empty mapping. Empty scalars, lists and mappings are left out, so that a
 * field without a value is no field.
 *
 * @throws {YamlError} for anything but one mapping, for duplicate keys, aliases and tags
 */
export function parseYaml(source: string): YamlFields {
	if (!hasContent(source)) return {};
	let value: unknown;
	try {
		value = load(source, { schema, maxAliases: 0, maxDepth });
	} catch (error) {
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

/**
 * The line, counted from one, on which a field stands in a YAML text; for a path that is not there the line of the
 * nearest field around it. Undefined where the text is no YAML or has nothing of that path.
 */
export function lineOfField(source: string, path: FieldPath): number | undefined {
	let events: Event[];
	try {
		events = parseEvents(source, { maxDepth });
	} catch {
		return undefined;
	}
	const offset = new FieldFinder(source, events).find(path);
	return offset === undefined ? undefined : source.slice(0, offset).split("\n").length;
}

/** Walks the parser's flat events along one path. */
class FieldFinder {
	private readonly source: string;
	private readonly events: readonly Event[];
	private position = 0;

	constructor(source: string, events: readonly Event[]) {
		this.source = source;
		this.events = events;
	}

	find(path: FieldPath): number | undefined {
		if (this.events[0]?.type === EVENT_DOCUMENT) this.position = 1;
		let found: number | undefined;
		for (const part of path) {
			const offset = this.enter(part);
			if (offset === undefined) break;
			found = offset;
		}
		return found;
	}

	/** Moves to the value of a field or the item of a list in the collection at the present position. */
	private enter(part: string | number): number | undefined {
		const collection = this.events[this.position];
		if (collection?.type === EVENT_SEQUENCE && typeof part === "number") {
			return this.enterItem(part);
		}
		if (collection?.type === EVENT_MAPPING && typeof part === "string") {
			return this.enterField(part);
		}
		return undefined;
	}

	private enterItem(wanted: number): number | undefined {
		this.position += 1;
		let index = 0;
		while (!this.atEnd()) {
			// Places count as in the values that were read: empty items are none.
			if (!this.isEmptyScalar()) {
				if (index === wanted) return this.offset();
				index += 1;
			}
			this.skip();
		}
		return undefined;
	}

	private enterField(wanted: string): number | undefined {
		this.position += 1;
		while (!this.atEnd()) {
			const key = this.events[this.position];
			const offset = this.offset();
			const name = key?.type === EVENT_SCALAR ? getScalarValue(this.source, key) : undefined;
			this.skip();
			if (name === wanted) return offset;
			this.skip();
		}
		return undefined;
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

	/** Past the node at the present position and all that is in it. */
	private skip(): void {
		let depth = 0;
		do {
			const type = this.events[this.position]?.type;
			if (type === EVENT_MAPPING || type === EVENT_SEQUENCE) depth += 1;
			if (type === EVENT_POP) depth -= 1;
			this.position += 1;
		} while (depth > 0 && this.position < this.events.length);
	}
}
