import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { say } from "../../messages/index.ts";
import { environmentOf } from "./environment.ts";

/** The footnotes of one body, kept in markdown-it's environment while it is parsed. */
interface Footnotes {
	/** By label, in lower case. */
	readonly definitions: Map<string, { readonly text: string; readonly line: number }>;
	/** Labels in the order in which the text refers to them, with their numbers. */
	readonly order: Map<string, number>;
	/** How often each has been referred to so far. */
	readonly references: Map<string, number>;
	/** Repeated definitions of a label. */
	readonly repeated: { readonly label: string; readonly line: number }[];
}

// The length of labels is limited, so that unclosed brackets take linear time.
const definition = /^\[\^([^\]\s]{1,100})\]:\s*(.*)$/;
const mostIndent = 3;
const reference = /\[\^([^\]\s]{1,100})\]/y;

/**
 * Footnotes: `[^1]` in the text, and `[^1]: what it says` in a paragraph of its own, ended by a blank line or the next
 * footnote. They are numbered in the order of references and listed at the end. Unused footnotes are left out; a
 * reference without a footnote stays text.
 */
export function footnotes(parser: MarkdownIt): void {
	parser.block.ruler.before("reference", "footnote_definition", takeDefinition, { alt: ["paragraph"] });
	parser.inline.ruler.before("link", "footnote_reference", takeReference);
	parser.core.ruler.after("inline", "footnotes", appendFootnotes);
	const { rules } = parser.renderer;
	const { escapeHtml } = parser.utils;
	rules.footnote_reference = (tokens, index, _options, env) => {
		const { number, occurrence } = metaOf(tokens[index]);
		const id = referenceId(number, occurrence);
		const label = escapeHtml(say(environmentOf(env), "body.footnote", { number: String(number) }));
		return `<sup><a href="#${noteId(number)}" id="${id}" aria-label="${label}">${number}</a></sup>`;
	};
	rules.footnotes_open = (_tokens, _index, _options, env) =>
		`<section class="footnotes" aria-label="${escapeHtml(say(environmentOf(env), "body.footnotes"))}">\n<ol>\n`;
	rules.footnotes_close = () => "</ol>\n</section>\n";
	rules.footnote_open = (tokens, index) => `<li id="${noteId(metaOf(tokens[index]).number)}">`;
	rules.footnote_close = (tokens, index, _options, env) => {
		const { number } = metaOf(tokens[index]);
		const label = escapeHtml(say(environmentOf(env), "body.footnoteBack", { number: String(number) }));
		return ` <a href="#${referenceId(number, 1)}" aria-label="${label}">↩</a></li>\n`;
	};
}

function noteId(number: number): string {
	return `chu-thich-${number}`;
}

function referenceId(number: number, occurrence: number): string {
	return `xem-chu-thich-${number}${occurrence === 1 ? "" : `-${occurrence}`}`;
}

function metaOf(token: Token | undefined): { readonly number: number; readonly occurrence: number } {
	return { number: Number(token?.meta?.number), occurrence: Number(token?.meta?.occurrence) };
}

function footnotesOf(env: Env): Footnotes {
	const known = env.footnotes as Footnotes | undefined;
	if (known) return known;
	const fresh: Footnotes = { definitions: new Map(), order: new Map(), references: new Map(), repeated: [] };
	env.footnotes = fresh;
	return fresh;
}

/** A footnote that readers do not see. Lines are counted from one, within the body. */
export interface LostFootnote {
	readonly label: string;
	readonly line: number;
	readonly reason: "not called" | "repeated" | "empty";
}

/**
 * The lost footnotes of a parsed body.
 * @param env of the parser
 */
export function lostFootnotes(env: Env): LostFootnote[] {
	const { definitions, order, repeated } = footnotesOf(env);
	const idle = [...definitions].filter(([label]) => !order.has(label));
	const empty = [...definitions].filter(([label, { text }]) => order.has(label) && text === "");
	return [
		...empty.map(([label, { line }]) => ({ label, line: line + 1, reason: "empty" as const })),
		...idle.map(([label, { line }]) => ({ label, line: line + 1, reason: "not called" as const })),
		...repeated.map(({ label, line }) => ({ label, line: line + 1, reason: "repeated" as const })),
	];
}

function takeDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	const match = definition.exec(lineAt(state, startLine));
	// Four spaces would be code, which is disabled, so a few spaces more or less are a slip.
	if (!match || (state.sCount[startLine] ?? 0) - state.blkIndent > mostIndent) return false;
	if (silent) return true;
	const lines = [match[2] ?? ""];
	let line = startLine + 1;
	while (line < endLine && !state.isEmpty(line) && !definition.test(lineAt(state, line))) {
		lines.push(lineAt(state, line));
		line += 1;
	}
	const label = (match[1] ?? "").toLowerCase();
	const { definitions } = footnotesOf(state.env);
	if (definitions.has(label)) footnotesOf(state.env).repeated.push({ label, line: startLine });
	else definitions.set(label, { text: lines.join("\n").trim(), line: startLine });
	state.line = line;
	return true;
}

function lineAt(state: StateBlock, line: number): string {
	return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function takeReference(state: StateInline, silent: boolean): boolean {
	reference.lastIndex = state.pos;
	const match = reference.exec(state.src);
	const label = match?.[1]?.toLowerCase();
	const { definitions, order, references } = footnotesOf(state.env);
	if (!match || label === undefined || !definitions.has(label)) return false;
	state.pos = reference.lastIndex;
	if (silent) return true;
	const number = order.get(label) ?? order.size + 1;
	order.set(label, number);
	const occurrence = (references.get(label) ?? 0) + 1;
	references.set(label, occurrence);
	const token = state.push("footnote_reference", "", 0);
	// The label as written, for the editor.
	token.meta = { label: match[1], number, occurrence };
	return true;
}

function appendFootnotes(state: StateCore): void {
	const { definitions, order } = footnotesOf(state.env);
	if (order.size === 0) return;
	const push = (type: string, number?: number): Token => {
		const token = new state.Token(type, "", 0);
		token.block = true;
		if (number !== undefined) token.meta = { number };
		state.tokens.push(token);
		return token;
	};
	push("footnotes_open");
	// A footnote may refer to others, which then join the list.
	for (const [label, number] of order) {
		const { text = "", line = 0 } = definitions.get(label) ?? {};
		push("footnote_open", number);
		const inline = push("inline");
		inline.content = text;
		inline.map = [line, line + text.split("\n").length];
		inline.children = [];
		state.md.inline.parse(text, state.md, state.env, inline.children);
		push("footnote_close", number);
	}
	push("footnotes_close");
}
