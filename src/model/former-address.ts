/** Addresses that an article had on an older site: read as a server reads them, and compared as servers and disks do. */
import { strings } from "./strings.ts";

/** Of the encoded address. nginx keeps each in a piece of memory of fixed size: docs/deploying.md. */
const longestAddress = 1500;
/** Bytes of one part of a path. File systems hold 255, of which copying takes a few. */
const longestPart = 200;

export interface FormerAddress {
	/** Without percent signs. */
	readonly path: string;
	/** With its question mark; empty where there is none. */
	readonly query: string;
}

/** Reads a former address. @returns what is wrong with it, in Vietnamese, where it cannot be led from */
export function readFormerAddress(text: string): FormerAddress | { readonly fault: string } {
	// Most of them, and an archive has one for each article.
	if (plainPath.test(text) && text.length <= longestPart) return { path: text, query: "" };
	const { problems } = strings;
	if (!/^\/(?!\/)[^\s#\\\p{Cc}]*$/u.test(text) || !URL.canParse(text, base))
		return { fault: problems.sameAddress };
	const { pathname, search, origin } = new URL(text, base);
	if (origin !== base) return { fault: problems.sameAddress };
	const path = decoded(pathname);
	if (path === undefined) return { fault: problems.addressEncoding };
	const normal = path.replace(/\/{2,}/g, "/") + search;
	if (path !== decoded(text.replace(/\?.*$/s, "")) || search !== new URL(`/?${queryOf(text)}`, base).search) {
		return { fault: problems.addressNormal(normal) };
	}
	if (text.includes("?") && search === "") return { fault: problems.addressNormal(normal) };
	if (path.includes("//")) return { fault: problems.addressNormal(normal) };
	const parts = path.split("/");
	const hasStrangeSign = /[\\?\p{Cc}\p{Cs}]/u.test(path) || parts.length !== pathname.split("/").length;
	if (hasStrangeSign) return { fault: problems.addressSigns };
	if (parts.some((part) => part.startsWith("."))) return { fault: problems.addressHidden };
	const isLong = pathname.length + search.length > longestAddress;
	if (isLong || parts.some((part) => new TextEncoder().encode(part).length > longestPart)) {
		return { fault: problems.addressLong };
	}
	return { path, query: search };
}

const plainPath = /^(?:\/[\w-][\w.-]*)+\/?$/;
const base = "https://former.invalid";

function queryOf(text: string): string {
	const at = text.indexOf("?");
	return at === -1 ? "" : text.slice(at + 1);
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** An address as servers that ignore case tell it from others. */
export function addressKey(text: string): string {
	return text.normalize("NFC").toLowerCase();
}

/**
 * The file that a path without percent signs is served from, below the site's root: `tin/index.html` for `/tin/` and
 * `/tin`, `tin.php` for `/tin.php`.
 */
export function fileAtPath(path: string): string {
	const file = path.slice(1);
	const name = file.slice(file.lastIndexOf("/") + 1);
	if (name === "") return `${file}index.html`;
	return name.includes(".") ? file : `${file}/index.html`;
}

/** Whether a page of its own may stand at a path, for hosts that know no redirects. */
export function canBePage(path: string): boolean {
	return /\.html?$/.test(fileAtPath(path)) && !/[#%]/.test(path);
}
