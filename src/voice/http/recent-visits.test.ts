import { expect, test } from "vitest";
import { networkOf, recentVisits } from "./recent-visits.ts";

test("one address is limited to a number of requests per hour, independently of others", () => {
	let now = 0;
	const recent = recentVisits(() => now);
	const taken = Array.from({ length: 4_000 }, () => recent.take("10.1.1.1")).filter(Boolean);
	expect(taken).toHaveLength(3_000);
	expect(recent.take("10.1.1.2")).toBe(true);
	now += 60 * 60 * 1000;
	expect(recent.take("10.1.1.1")).toBe(true);
});

test.each([
	["10.1.1.1", "10.1.1.1"],
	["::ffff:10.1.1.1", "10.1.1.1"],
	["::FFFF:10.1.1.1", "10.1.1.1"],
	["2001:db8::1", "2001:db8:0:0"],
	["2001:DB8::aaaa:2", "2001:db8:0:0"],
	["2001:0db8:0:0:1:2:3:4", "2001:db8:0:0"],
	["::1", "0:0:0:0"],
	["", ""],
	["unknown", "unknown"],
	["::::", "0:0:0:0"],
	["2001:db8:1:2:aaaa::1", "2001:db8:1:2"],
])("%s belongs to the network %s", (address, network) => {
	expect(networkOf(address)).toBe(network);
});
