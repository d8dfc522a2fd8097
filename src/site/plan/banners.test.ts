import { describe, expect, test } from "vitest";
import { asSlug } from "../../model/ids.ts";
import { bannersIn } from "./banners.ts";
import type { PlanContext } from "./context.ts";

function contextWith(banners: readonly { id: string; place: string; order?: number }[]) {
	const records = banners.map(
		(banner) => [asSlug(banner.id), { name: banner.id, file: "", ...banner }] as const,
	);
	return {
		portal: { records: { banners: new Map(records) } },
		pictures: new Map(),
	} as unknown as PlanContext;
}

describe("bannersIn", () => {
	test("is nothing where a page's places have no banner", () => {
		expect(bannersIn(contextWith([]))).toBeUndefined();
		expect(bannersIn(contextWith([{ id: "a", place: "side" }]), ["top", "foot"])).toBeUndefined();
	});

	test("puts those of a place in the office's order, those without one last by their names", () => {
		const context = contextWith([
			{ id: "c", place: "top" },
			{ id: "b", place: "top" },
			{ id: "d", place: "top", order: 2 },
			{ id: "e", place: "top", order: 1 },
			{ id: "f", place: "foot" },
		]);
		expect(bannersIn(context)).toEqual({
			top: ["e", "d", "b", "c"].map((name) => ({ name })),
			foot: [{ name: "f" }],
		});
	});
});
