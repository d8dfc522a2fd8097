/**
 * Addresses that an article had on an older site. They are parsed as by servers, and compared as by servers and file
 * systems.
 */
import { strings } from "./strings.ts";
import { windowsNameFault } from "./windows-names.ts";

/** The longest encoded address. nginx stores each in memory of fixed size: docs/deploying.md. */
const longestAddress = 1500;
/** The most bytes of one part of a path. File systems allow 255, of which copying needs a few. */
const longestPart = 200;

export interface FormerAddress {
	/** Not percent-encoded. */
	readonly path: string;
	/** With its question mark; empty if there is none. */
	readonly query: string;
}

/**
 * Parses a former address.
 * @returns a Vietnamese message if it cannot be redirected
 */
export function readFormerAddress(text: string): FormerAddress | { readonly fault: string } {
	// Fast path for most addresses: an archive may have one for each article.
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

/** A key for comparing addresses like servers that ignore case. */
export function addressKey(text: string): string {
	return text.normalize("NFC").toLowerCase();
}

/**
 * The file below the site's root that serves a decoded path: `tin/index.html` for `/tin/` and `/tin`, `tin.php` for
 * `/tin.php`.
 */
export function fileAtPath(path: string): string {
	const file = path.slice(1);
	const name = file.slice(file.lastIndexOf("/") + 1);
	if (name === "") return `${file}index.html`;
	return name.includes(".") ? file : `${file}/index.html`;
}

/**
 * Whether a redirecting page can be placed at a path, for hosts without redirects. A name that Windows does not allow
 * would keep a portal from being built or copied there.
 */
export function canBePage(path: string): boolean {
	const file = fileAtPath(path);
	const isPage = /\.html?$/.test(file) && !/[#%]/.test(path);
	return isPage && file.split("/").every((name) => windowsNameFault(name) === undefined);
}
