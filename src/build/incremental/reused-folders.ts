import { createHash } from "node:crypto";
import type { UrlPath } from "../../model/ids.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { KeptFolder } from "../cache/cached-folders.ts";

/**
 * Names the folders of a plan that rest, each by all that its files are made of: the archive up to the last article
 * that they depend on, and what every file depends on. One that the published site has by this name is as it would be
 * rendered now.
 *
 * @param base digest of everything beside the articles
 */
export function settledFolders(
	{ folders, context }: Pick<Plan, "folders" | "context">,
	base: string,
): KeptFolder[] {
	const { all } = context.index;
	const archive = createHash("sha256").update(base);
	let length = 0;
	const names = new Map<UrlPath, string>();
	for (const { address, through } of [...folders].sort((one, other) => one.through - other.through)) {
		for (; length <= through; length++) archive.update(all[length]?.key ?? "");
		names.set(address, archive.copy().digest("base64url"));
	}
	return [...names].map(([address, name]) => ({ address, root: address, name }));
}
