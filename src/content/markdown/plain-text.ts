import { countWords } from "../../text/index.ts";

const pictures = /!\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g;
const linkTargets = /\]\((?:[^()]|\([^()]*\))*\)/g;
const addresses = /<?https?:\/\/\S+/g;

/**
 * Words (syllables) of a body. Pictures and addresses are left out by pattern, without parsing: the number is for
 * reading time, and every article needs it.
 */
export function wordCount(body: string): number {
	const text = body.includes("](") ? body.replace(pictures, "").replace(linkTargets, "]") : body;
	return countWords(text.includes("://") ? text.replace(addresses, "") : text);
}
