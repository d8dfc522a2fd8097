/** Removes withdrawn articles from the phone as soon as there is a network. */
import { withdrawalsAddress } from "../../model/addresses.ts";
import { cacheNames } from "../cache-names.ts";
import { openDatabase } from "../database.ts";
import type { Keeper } from "./keeper.ts";

const note = "withdrawn";

let known: Promise<ReadonlySet<string>> | undefined;

/** The withdrawn articles that this phone already knows. */
export function knownWithdrawals(): Promise<ReadonlySet<string>> {
	known ??= (async () =>
		new Set(((await (await openDatabase()).get("notes", note)) as string[] | undefined) ?? []))();
	return known;
}

/** Asks for the withdrawn articles and removes the new ones. If nothing has changed, the answer is a few bytes. */
export async function forgetWithdrawn(keeper: Pick<Keeper, "drop">): Promise<void> {
	const response = await fetch(withdrawalsAddress, { cache: "no-cache" });
	if (!response.ok) return;
	const { addresses } = (await response.json()) as { readonly addresses: readonly string[] };
	const before = await knownWithdrawals();
	const fresh = addresses.filter((address) => !before.has(address));
	if (fresh.length === 0 && before.size === addresses.length) return;
	if (fresh.length > 0) {
		await forgetPages(fresh);
		await keeper.drop(fresh);
	}
	await (await openDatabase()).put("notes", addresses, note);
	known = undefined;
}

/** The articles, and pages that were read and mention them. */
async function forgetPages(addresses: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheNames.read);
	for (const request of await cache.keys()) {
		const html = await (await cache.match(request))?.text();
		const isConcerned = addresses.some(
			(address) => new URL(request.url).pathname === address || html?.includes(`"${address}"`),
		);
		if (isConcerned) await cache.delete(request);
	}
}
