import type { MarkdownIt, Token } from "markdown-it";

const external = /^https?:\/\//i;
const allowed = /^(?:https?:\/\/[^/]|mailto:|tel:|\/(?!\/)|#|(?![a-z][a-z0-9+.-]*:|\/\/))/i;

/** Allows only links to web, mail and telephone addresses and within the site. External links are marked. */
export function links(parser: MarkdownIt): void {
	parser.validateLink = (address) => allowed.test(address.trim());
	parser.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
		const token = tokens[index] as Token;
		if (external.test(String(token.attrGet("href") ?? ""))) token.attrSet("rel", "noopener external");
		return renderer.renderToken(tokens, index, options);
	};
}
