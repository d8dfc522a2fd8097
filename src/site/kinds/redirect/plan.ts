import { addressKey, canBePage, fileAtPath, readFormerAddress } from "../../../model/former-address.ts";
import type { UrlPath } from "../../../model/ids.ts";
import type { PlanContext } from "../../plan/context.ts";
import type { Output } from "../../plan/output.ts";
import { output } from "../../plan/output.ts";

/**
 * A page for every former address that can be a file of its own: one without a query, ending in `.html`, `/` or no
 * extension. The host redirects the others.
 */
export function* redirectPages({ index }: PlanContext): Generator<Output> {
	const known = new Set<string>();
	for (const { article, withdrawn } of index.all) {
		for (const from of article.formerAddresses) {
			const address = pageFor(from);
			// One article may name an address in two ways: `/tin` and `/tin/`.
			if (!address || known.has(addressKey(address))) continue;
			known.add(addressKey(address));
			const view = () => ({ to: article.address, title: withdrawn ? article.address : article.title });
			yield output("redirect", address, view);
		}
	}
}

function pageFor(former: string): UrlPath | undefined {
	const read = readFormerAddress(former);
	// Percent-encoded addresses are left to hosts that support redirects.
	if ("fault" in read || former.includes("%") || read.query !== "" || !canBePage(read.path)) return undefined;
	const file = `/${fileAtPath(read.path)}`;
	return (file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file) as UrlPath;
}
