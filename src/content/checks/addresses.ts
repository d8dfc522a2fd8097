import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";
import { SiteAddresses } from "./site-addresses.ts";

/** Former addresses that two articles claim, and former addresses that are in use. */
export const checkAddresses: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const addresses = new SiteAddresses(context);
	const owners = new Map<string, string>();
	for (const { file, fields } of context.articles.values()) {
		fields.formerAddresses?.forEach((address, index) => {
			const place = asFileName(address);
			const owner = owners.get(place);
			owners.set(place, owner ?? file);
			const target = addresses.ownTargetOf(place);
			const wording =
				owner !== undefined
					? strings.addressTaken(address, owner)
					: typeof target === "object"
						? strings.addressTaken(address, target.article.file)
						: target === undefined
							? undefined
							: strings.addressOfSite(address);
			if (wording) problems.push(problemAt(context, file, ["formerAddresses", index], wording));
		});
	}
	return problems;
};

/** One form for the ways in which one address can be written: `/tin/`, `/tin/index.html`. */
function asFileName(address: string): string {
	return address.replace(/\/index\.html$/, "/");
}
