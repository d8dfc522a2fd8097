import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import { say } from "../../messages/index.ts";
import { environmentOf } from "./environment.ts";

/**
 * Makes tables scroll sideways on narrow screens, by touch and by keyboard, and gives header cells their scope. Columns
 * are aligned by the classes `align-left`, `align-center` and `align-right`.
 */
export function tables(parser: MarkdownIt): void {
	const { rules } = parser.renderer;
	rules.table_open = (_tokens, _index, _options, env) => {
		const label = parser.utils.escapeHtml(say(environmentOf(env), "body.table"));
		// A group, not a region: all tables of a page have this label, and landmarks need unique names.
		return `<div class="table-scroll" tabindex="0" role="group" aria-label="${label}">\n<table>\n`;
	};
	rules.table_close = () => "</table>\n</div>\n";
	rules.th_open = (tokens, index, ...others) => {
		tokens[index]?.attrSet("scope", "col");
		return renderCell(tokens, index, ...others);
	};
	rules.td_open = renderCell;
}

const renderCell: RendererRule = (tokens, index, options, _env, renderer) => {
	alignByClass(tokens[index] as Token);
	return renderer.renderToken(tokens, index, options);
};

/** Replaces the style attribute, which would need a looser content security policy, by a class. */
function alignByClass(cell: Token): void {
	const side = /^text-align:(\w+)$/.exec(String(cell.attrGet("style") ?? ""))?.[1];
	if (side === undefined) return;
	cell.attrs = (cell.attrs ?? []).filter(([name]) => name !== "style");
	cell.attrSet("class", `align-${side}`);
}
