/** Limits how far one address can change the numbers. Kept only in memory, for an hour at most. */
import { isRecent } from "../is-recent.ts";

export interface RecentVisits {
	/** Whether this visit may still count. */
	take(address: string): boolean;
}

const hour = 60 * 60 * 1000;
/** An office of a hundred readers has one address. */
const mostAnHour = 3_000;
const mostAddresses = 100_000;

/** @param clock milliseconds since 1970 */
export function recentVisits(clock: () => number): RecentVisits {
	let began = 0;
	const counts = new Map<string, number>();
	return {
		take(address) {
			if (!isRecent(began, hour, clock()) || counts.size > mostAddresses) {
				counts.clear();
				began = clock();
			}
			const network = networkOf(address);
			const count = (counts.get(network) ?? 0) + 1;
			counts.set(network, count);
			return count <= mostAnHour;
		},
	};
}

/** One customer of an internet provider: an IPv4 address, or the first half of an IPv6 address, however it is written. */
export function networkOf(address: string): string {
	const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address) ?? [];
	if (mapped !== undefined) return mapped;
	if (!address.includes(":")) return address;
	const [first = "", last = ""] = address.toLowerCase().split("::", 2);
	const [before, after] = [groupsOf(first), groupsOf(last)];
	const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
	return [...before, ...left, ...after].slice(0, 4).join(":");
}

function groupsOf(text: string): string[] {
	return text === "" ? [] : text.split(":").map((group) => group.replace(/^0+(?=.)/, ""));
}
