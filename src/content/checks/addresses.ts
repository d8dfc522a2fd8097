import { addressKey, canBePage, fileAtPath, readFormerAddress } from "../../model/former-address.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";
import { SiteAddresses } from "./site-addresses.ts";

/**
 * Finds former addresses that two articles claim, that the site itself has or will have, or that conflict with another
 * as file and folder. They are compared as file paths, ignoring case.
 */
export const checkAddresses: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const addresses = new SiteAddresses(context);
	const claims = new Claims();
	for (const { file, fields } of context.articles.values()) {
		fields.formerAddresses?.forEach((address, index) => {
			const read = readFormerAddress(address);
			// The schema already reports it.
			if ("fault" in read) return;
			const { path, query } = read;
			const taken = query !== "" && path === "/" ? undefined : addresses.takenBy(path);
			const owner = claims.claim(path, query, file);
			const wording =
				taken === "site"
					? strings.addressOfSite(address)
					: taken !== undefined
						? strings.addressTaken(address, taken.file)
						: owner === undefined
							? undefined
							: strings.addressTaken(address, owner);
			if (wording) problems.push(problemAt(context, file, ["formerAddresses", index], wording));
		});
	}
	return problems;
};

/** Which document was the first to claim an address. */
class Claims {
	/** Owners by address (ignoring case), and by the files of pages. */
	readonly #owners = new Map<string, string>();
	readonly #pages = new Map<string, string>();
	/** Folders that contain pages. */
	readonly #folders = new Map<string, string>();

	/** @returns the document with a conflicting claim, if any */
	claim(path: string, query: string, file: string): string | undefined {
		const key = addressKey(query === "" ? fileAtPath(path) : `${path}${query}`);
		const owner = this.#owners.get(key);
		if (owner === undefined) this.#owners.set(key, file);
		if (owner !== undefined && owner !== file) return owner;
		return query === "" && canBePage(path) ? this.#claimPage(key, file) : undefined;
	}

	#claimPage(page: string, file: string): string | undefined {
		const parts = page.split("/").slice(0, -1);
		const above = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
		const inTheWay = this.#folders.get(page) ?? above.map((each) => this.#pages.get(each)).find(Boolean);
		if (inTheWay !== undefined) return inTheWay;
		this.#pages.set(page, file);
		for (const folder of above) if (!this.#folders.has(folder)) this.#folders.set(folder, file);
		return undefined;
	}
}
