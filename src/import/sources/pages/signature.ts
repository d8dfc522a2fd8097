import { readByLine } from "../../plain-text/by-line.ts";
import type { ImportedArticle } from "../../source.ts";
import { type PageBlock, textOf } from "./page-blocks.ts";
import type { PageMetadata } from "./page-metadata.ts";
import { isSameText } from "./page-title.ts";

/** The longest by-line; longer lines are sentences. */
export const longestByLine = 120;
const mostWords = 16;
const systemAccount =
	/^(?:super )?(?:admin\w*|quản trị.*|biên tập viên|editor|root|system account|webmaster|nukeviet.*|joomla.*|vinades.*)$|^https?:/i;
const signature =
	/^(?:tác giả(?: bài viết)?|người viết|(?:thực hiện|bài|tin)(?:(?:,| và| -)? ?ảnh|(?:,| -)? ?bài)?)\s*:\s*(.{2,100})$/i;
/** The same without a colon: "Viết bởi Lan Anh", as Joomla and Drupal write it. */
const sentBy = /^(?:được )?(?:viết|đăng|gửi) bởi\s*:?\s+(.{2,100})$/i;
const origin =
	/^(?:(?:nguồn(?: tin| bài)?|theo)\s*:\s*(.{2,100})|\((?:nguồn|theo)\s*:?\s*([^()]{2,80})\)|(?:copyright\s*)?©\s*([^()\d]{2,40}))$/i;
/** Companies that build portals and put their own name in the author field. */
const vendor =
	/^(?:công ty|cty|c\.ty)(?:\s|$)|phần mềm|software|solutions?|technolog|(?:^|[\s,])(?:tnhh|jsc|ltd|corp|inc)(?:[\s.,]|$)|^(?:vnpt|viettel|fpt|bkav|nukeviet|vinades|joomla|drupal|wordpress|dnn|dotnetnuke|sharepoint|liferay)(?:[\s.,]|$)/i;
const label = /^(?:tác giả(?: bài viết)?|nguồn(?: tin)?|từ khóa|tags?|bởi|by)\s*:\s*/i;
const atRight =
	/(?:^|;)right(?:;|$)|text-align\s*:\s*right|\b(?:text-right|has-text-align-right|author|pauthor|tacgia|signature)\b/i;

/** Separates an author's name from the office beside it: "Văn Tám (Trung tâm Văn hóa huyện)". */
export function splitSignature(lines: readonly string[]): Pick<ImportedArticle, "authors" | "organisation"> {
	if (lines.length === 0) return {};
	const [line = ""] = lines;
	const read = lines.length === 1 ? readByLine(line) : undefined;
	if (!read) return { authors: lines };
	const { author, organisation } = read;
	return { authors: [author], ...(organisation === undefined ? {} : { organisation }) };
}

/** The name in "Tác giả: …" or "Bài, ảnh: …". */
export function signedBy(line: string): string | undefined {
	return (signature.exec(line) ?? sentBy.exec(line))?.[1];
}

/** The newspaper in "Nguồn: …". */
export function takenFrom(line: string): string | undefined {
	const [, named, bracketed, owner] = origin.exec(line) ?? [];
	return (named ?? bracketed ?? owner)?.trim();
}

/** The newspaper in a signature of its own: "Theo Báo Lào Cai". */
export function signedAfter(line: string): string | undefined {
	return /^(?:Theo|THEO)\s+(\p{Lu}.{1,60})$/u.exec(line)?.[1]?.trim();
}

/** Whether an author in the metadata is really the company that built the portal. */
export function isVendor(name: string): boolean {
	return vendor.test(name);
}

export function withoutLabel(text: string): string {
	return text.replace(label, "").trim();
}

/** Whether a name is a person's: not the site's name and not a system account. */
export function isPerson(name: string, { siteName }: PageMetadata): boolean {
	const isSite = siteName !== undefined && isSameText(name, siteName);
	return !isSite && name.length <= longestByLine && !systemAccount.test(name);
}

/** Whether a block looks like a signature: short, not a sentence, and aligned right or with a class that says so. */
export function looksSigned({ element, text, linkShare }: PageBlock): boolean {
	if (text.length > longestByLine || /[.!?:;]$/.test(text) || linkShare > 0.5) return false;
	if (text.split(" ").length > mostWords) return false;
	for (let each: Element | null = element; each && each.tagName !== "BODY"; each = each.parentElement) {
		const said = ["align", "style", "class"].map((name) => each?.getAttribute(name) ?? "").join(";");
		if (atRight.test(said)) return true;
		if (each !== element && each.children.length > 1) break;
	}
	const inner = element.querySelector(
		'[align="right"], [style*="text-align: right"], [style*="text-align:right"]',
	);
	return inner !== null && isSameText(textOf(inner), text);
}
