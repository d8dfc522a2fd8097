import { foldersOfSite } from "../model/addresses.ts";
import { asUrlPath } from "../model/ids.ts";
import { fileOf } from "../site/plan/output.ts";
import type { Plan } from "../site/plan/plan.ts";

/** Tells whether the site already uses an address, ignoring case. */
export function addressesTaken({
	outputs,
	folders,
}: Pick<Plan, "outputs" | "folders">): (url: string) => boolean {
	const fileAt = (address: string) => fileOf(asUrlPath(address)).toLowerCase();
	const files = new Set(["manifest.json", ...outputs.map(({ address }) => fileAt(address))]);
	return (url) => {
		const file = fileAt(url);
		if (files.has(file) || foldersOfSite.some((folder) => file.startsWith(`${folder}/`))) return true;
		const folder = folders.find(({ address }) => `/${file}`.startsWith(address.toLowerCase()));
		return folder?.outputs().some(({ address }) => fileAt(address) === file) ?? false;
	};
}
