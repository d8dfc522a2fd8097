/** Finds the typing error in invalid YAML, and the corrected line. */
import { fieldNames } from "./schema-layers.ts";
import { strings } from "./strings.ts";
import { flowList, itemsMeant, longestList } from "./written-list.ts";
import { parseYaml, YamlError } from "./yaml.ts";

/** What is wrong with a line of YAML. */
export interface YamlDiagnosis {
	/** Counted from one, within the YAML text. */
	readonly line: number;
	/** In Vietnamese. */
	readonly reason: string;
	/** The line as it was meant, without its indentation. */
	readonly corrected: string;
}

type Slip = Omit<YamlDiagnosis, "line">;

/**
 * Finds the error that makes a YAML text invalid. Parsers notice many errors one line too late, so both lines are
 * examined. The correction is verified: with it, the text can be parsed, or at least further than before.
 *
 * @param error what `parseYaml` threw for the text
 * @returns undefined if no known error explains it
 */
export function diagnoseYaml(source: string, error: YamlError): YamlDiagnosis | undefined {
	if (error.line === undefined) return undefined;
	const lines = source.split("\n");
	const list = listAround(lines, error.line);
	if (list?.isOnKeyLine) {
		const diagnosis = diagnoseList(lines, list, error.line);
		if (diagnosis) return diagnosis;
	}
	for (const line of [error.line, error.line - 1]) {
		const text = lines[line - 1];
		if (text === undefined || text.length > longestLine) continue;
		const slip = slipOf(text);
		if (!slip) continue;
		const indent = /^[ ]*/.exec(text)?.[0] ?? "";
		const corrected = lines.with(line - 1, indent + slip.corrected).join("\n");
		if (isReadTo(corrected, Math.max(line, error.line))) return { line, ...slip };
	}
	return (list && diagnoseList(lines, list, error.line)) ?? diagnoseIndentation(lines, error.line);
}

/** A list of texts: its name, its lines (counted from one, without the last), and what is written in them. */
interface WrittenList {
	readonly name: string;
	readonly from: number;
	readonly until: number;
	readonly written: string;
	readonly isOnKeyLine: boolean;
}

const fieldStart = /^([a-zA-Z][\w-]*) *:(?:\s+(.*))?$/;

/** The list of texts in which a line stands, or directly after which. */
function listAround(lines: readonly string[], line: number): WrittenList | undefined {
	const startsField = (at: number) => fieldStart.test(lines[at - 1] ?? "");
	// An error on the line of a field may be that of the list above it.
	for (const last of [line, line - 1]) {
		let from = last;
		while (from > 0 && !startsField(from)) from -= 1;
		const [, name = "", first = ""] = fieldStart.exec(lines[from - 1] ?? "") ?? [];
		if (!fieldNames().textLists.has(name)) continue;
		let until = from + 1;
		while (until <= lines.length && !startsField(until)) until += 1;
		const below = lines.slice(from, until - 1);
		// With fields within, it is another kind of mistake.
		if (below.some((each) => /^\s*(?:- +)?[a-zA-Z][\w-]*:\s/.test(each))) continue;
		const written = [first, ...below].join("\n");
		return { name, from, until, written, isOnKeyLine: first !== "" };
	}
	return undefined;
}

function diagnoseList(
	lines: readonly string[],
	{ name, from, until, written }: WrittenList,
	line: number,
): YamlDiagnosis | undefined {
	const items = written.length > longestList ? [] : itemsMeant(written);
	if (items.length === 0) return undefined;
	const corrected = `${name}: ${flowList(items)}`;
	const blank = Array.from({ length: until - from - 1 }, () => "");
	const source = [...lines.slice(0, from - 1), corrected, ...blank, ...lines.slice(until - 1)].join("\n");
	const reason = strings.yamlSlips.list;
	return isReadTo(source, Math.max(until - 1, line)) ? { line: from, reason, corrected } : undefined;
}

/** A field whose indentation is that of no other: the nearest one that makes the text readable. */
function diagnoseIndentation(lines: readonly string[], line: number): YamlDiagnosis | undefined {
	const text = lines[line - 1] ?? "";
	const [, indent = "", name = ""] = /^( *)([a-zA-Z][\w-]*):(?:\s|$)/.exec(text) ?? [];
	const above = lines.slice(0, line - 1).findLast((each) => each.trim() !== "") ?? "";
	const [, outer = "", group = "", isValue] = /^([ -]*)([^\s:-][^\s:]*):(?:\s+(\S))?/.exec(above) ?? [];
	const places = [outer.length, ...(isValue === undefined ? [outer.length + 2] : []), 0];
	for (const place of name === "" || text.length > longestLine ? [] : places) {
		const isKnown = fieldNames().names.has(name) && !fieldNames().inner.has(`${group}.${name}`);
		if (place === indent.length || (place === 0 && !isKnown)) continue;
		const corrected = lines.with(line - 1, " ".repeat(place) + text.trim()).join("\n");
		if (!isReadTo(corrected, line)) continue;
		return { line, reason: strings.yamlSlips.indentation(indent.length, place), corrected: text.trim() };
	}
	return undefined;
}

/** The longest line that is corrected; a corrected copy of a longer one would be unreadable. */
const longestLine = 500;

/** Whether a text can be parsed beyond a line. */
function isReadTo(source: string, line: number): boolean {
	try {
		parseYaml(source);
		return true;
	} catch (error) {
		return error instanceof YamlError && error.line !== undefined && error.line > line;
	}
}

/** Characters with a meaning in YAML at the beginning of a value. */
const signsOfYaml = /^[@`%&*!|>?,[\]{}#-]/;

function slipOf(line: string): Slip | undefined {
	const { yamlSlips } = strings;
	const text = line.trim();
	const item = /^-(\S.*)$/.exec(text)?.[1];
	if (item !== undefined && item !== "--") return { reason: yamlSlips.dash, corrected: `- ${item}` };
	const [, key = "", written] = /^((?:- +)?[\w-]+ *:|-)(?: +(.*))?$/.exec(text) ?? [];
	if (key === "") {
		const [, spaced, rest] = /^((?:- +)?[a-zA-Z][\w-]*) *:[^\S\t ]\s*(\S.*)$/.exec(text) ?? [];
		if (spaced !== undefined) return { reason: yamlSlips.space, corrected: `${spaced}: ${rest}` };
		const [, name, value] = /^((?:- +)?[a-zA-Z][\w-]*):(\S.*)$/.exec(text) ?? [];
		if (name !== undefined) return { reason: yamlSlips.colon, corrected: `${name}: ${value}` };
		const [, before, after] = /^((?:- +)?[a-zA-Z][\w-]*)[：﹕] *(\S.*)$/.exec(text) ?? [];
		if (before !== undefined) return { reason: yamlSlips.wideColon, corrected: `${before}: ${after}` };
		const [, first, assigned] = /^([a-zA-Z][\w-]*) *= *(\S.*)$/.exec(text) ?? [];
		if (first !== undefined) return { reason: yamlSlips.equals, corrected: `${first}: ${assigned}` };
		return undefined;
	}
	if (line.startsWith("\t")) return { reason: yamlSlips.tab, corrected: text };
	if (written === undefined || written === "") return undefined;
	const quoted = (value: string): string => `${key} "${value.replace(/["\\]/g, "\\$&")}"`;
	// Quotation marks around the first words only belong to the text: `"Dân vận khéo" ở Hải Dương`.
	if (/^(?:"[^"]+"|'[^']+')\s*[^\s"'#]/.test(written) && !written.endsWith(written.slice(0, 1)))
		return { reason: yamlSlips.quoteWithin, corrected: quoted(written) };
	if (written.startsWith('"')) {
		const inner = written.slice(1).replace(/"$/, "");
		const reason = written.length > 1 && written.endsWith('"') ? yamlSlips.quoteWithin : yamlSlips.quoteOpen;
		return { reason, corrected: quoted(inner.replace(/\\(?=")/g, "")) };
	}
	if (written.startsWith("'")) {
		const reason = written.length > 1 && written.endsWith("'") ? yamlSlips.quoteWithin : yamlSlips.quoteOpen;
		return { reason, corrected: quoted(written.slice(1).replace(/'$/, "")) };
	}
	// An open bracket in the value of a field that is no list belongs to the text: `title: {abc`.
	const isOpen = /^(?:\[[^\]]*|\{[^}]*)$/.test(written) && !/^(?:- |-$)/.test(key);
	if (isOpen && !fieldNames().textLists.has(key.replace(/ *:$/, "")))
		return { reason: yamlSlips.sign(written.charAt(0)), corrected: quoted(written) };
	// The parser explains errors in a list or mapping on one line, unless text follows it.
	if (/^[[{]/.test(written) && !/^(?:\[[^[\]]*\]|\{[^{}]*\})\s*[^\s#]/.test(written)) return undefined;
	const sign = signsOfYaml.exec(written)?.[0];
	if (sign !== undefined) return { reason: yamlSlips.sign(sign), corrected: quoted(written) };
	if (/:(?:\s|$)/.test(written)) return { reason: yamlSlips.colonWithin, corrected: quoted(written) };
	return undefined;
}
