import type { Env, MarkdownIt, Token } from "markdown-it";
import { say } from "../../messages/index.ts";
import { splitCaption } from "./caption.ts";
import { environmentOf, type RenderEnvironment } from "./environment.ts";
import type { Picture } from "./picture.ts";
import { decodePath } from "./references.ts";

// The displayed width of a picture, by which browsers choose a version: the text's column, or half of it in a gallery.
const figureSizes = "(min-width: 48rem) 45rem, 100vw";
const gallerySizes = "(min-width: 48rem) 22rem, 50vw";

/**
 * Turns a paragraph with only one picture into a figure, and one with several into a gallery of figures. Pictures
 * within text stay inline. A picture that was not prepared keeps its written address.
 */
export function figures(parser: MarkdownIt): void {
	parser.core.ruler.after("inline", "figures", (state) => {
		const tokens: Token[] = [];
		for (let index = 0; index < state.tokens.length; index += 1) {
			const token = state.tokens[index] as Token;
			const pictures = token.type === "paragraph_open" ? picturesAlone(state.tokens[index + 1]) : [];
			if (pictures.length === 0) {
				tokens.push(token);
				continue;
			}
			const figure = new state.Token(pictures.length === 1 ? "figure" : "gallery", "", 0);
			figure.block = true;
			figure.map = token.map;
			figure.children = pictures;
			tokens.push(figure);
			// Skips the paragraph's text and its end.
			index += 2;
		}
		state.tokens = tokens;
	});
	const { rules } = parser.renderer;
	const pictureOf = (token: Token, env: Env | undefined, sizes: string) =>
		renderPicture(token, environmentOf(env), sizes, parser);
	const figureOf = (token: Token, env: Env | undefined, sizes: string) =>
		`<figure>${pictureOf(token, env, sizes)}${renderCaption(token, environmentOf(env), parser)}</figure>\n`;
	rules.image = (tokens, index, _options, env) => pictureOf(tokens[index] as Token, env, figureSizes);
	rules.figure = (tokens, index, _options, env) =>
		(tokens[index]?.children ?? []).map((token) => figureOf(token, env, figureSizes)).join("");
	rules.gallery = (tokens, index, _options, env) => {
		const all = (tokens[index]?.children ?? []).map((token) => figureOf(token, env, gallerySizes));
		return `<div class="gallery">\n${all.join("")}</div>\n`;
	};
}

/** The pictures of a paragraph that contains nothing else; otherwise none. */
function picturesAlone(inline: Token | undefined): Token[] {
	const children = inline?.children ?? [];
	const pictures = children.filter((child) => child.type === "image");
	const others = children.filter(
		(child) =>
			child.type !== "image" &&
			child.type !== "softbreak" &&
			child.type !== "hardbreak" &&
			!(child.type === "text" && child.content.trim() === ""),
	);
	return others.length === 0 ? pictures : [];
}

function renderPicture(
	token: Token,
	env: RenderEnvironment,
	sizes: string,
	{ renderer, options, utils: { escapeHtml } }: MarkdownIt,
): string {
	const written = String(token.attrGet("src") ?? "");
	const alt = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, {}));
	const picture = pictureAt(env, decodePath(written));
	if (!picture) return `<img src="${escapeHtml(written)}" alt="${alt}" loading="lazy" decoding="async">`;
	const { src, width, height, variants } = picture;
	const image =
		`<img src="${escapeHtml(src)}" alt="${alt}" width="${width}" height="${height}"` +
		` loading="lazy" decoding="async">`;
	const srcset = variants.map((variant) => `${escapeHtml(variant.src)} ${variant.width}w`).join(", ");
	const source =
		variants.length === 0 ? "" : `<source type="image/webp" srcset="${srcset}" sizes="${sizes}">`;
	return `<picture>${source}${image}</picture>`;
}

function pictureAt(env: RenderEnvironment, path: string): Picture | undefined {
	return Object.hasOwn(env.pictures, path) ? env.pictures[path] : undefined;
}

function renderCaption(token: Token, env: RenderEnvironment, { utils: { escapeHtml } }: MarkdownIt): string {
	const { caption, credit } = splitCaption(String(token.attrGet("title") ?? ""));
	if (caption === undefined && credit === undefined) return "";
	const parts = [
		...(caption === undefined ? [] : [escapeHtml(caption)]),
		...(credit === undefined
			? []
			: [`<span class="credit">${escapeHtml(say(env, "body.photoBy", { credit }))}</span>`]),
	];
	return `<figcaption>${parts.join(" ")}</figcaption>`;
}
