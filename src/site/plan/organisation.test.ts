import { expect, test } from "vitest";
import { asIsoDateTime, asIsoDay, asSlug } from "../../model/ids.ts";
import type { Post } from "../../model/person.ts";
import type { PlanContext } from "./context.ts";
import { formerPostsOf, officialsOf } from "./organisation.ts";

const unit = asSlug("van-phong");

/** An office with people who hold one post each in the unit. */
function office(...people: readonly (readonly [name: string, post: Partial<Post>])[]): PlanContext {
	const records = new Map(
		people.map(([name, post], at) => {
			const id = asSlug(`n${at}`);
			return [id, { id, file: `people/${id}.yml`, name, posts: [{ title: "Chuyên viên", unit, ...post }] }];
		}),
	);
	return {
		portal: { now: asIsoDateTime("2026-11-22T08:00:00+07:00"), records: { people: records } },
	} as unknown as PlanContext;
}

test("people stand in the order of their posts, those of one order by given name, those without an order last", () => {
	const context = office(
		["Lê Văn Bình", {}],
		["Trần Thị An", {}],
		["Nguyễn Đức Ý", { order: 2 }],
		["Vũ Thị Ánh", { order: 2 }],
		["Bùi Văn Đạt", { order: 2 }],
		["Phạm Văn Út", { order: 1 }],
	);
	expect(officialsOf(context, unit).map(({ name }) => name)).toEqual([
		"Phạm Văn Út",
		"Vũ Thị Ánh",
		"Bùi Văn Đạt",
		"Nguyễn Đức Ý",
		"Trần Thị An",
		"Lê Văn Bình",
	]);
});

test("a post counts from its first day to its last, and of those that are over the one that ended last comes first", () => {
	const day = asIsoDay("2026-11-22");
	const context = office(
		["Đến hôm nay", { until: day }],
		["Từ hôm nay", { from: day }],
		["Từ ngày mai", { from: asIsoDay("2026-11-23") }],
		["Đã lâu", { until: asIsoDay("2010-01-01") }],
		["Đến hôm qua", { until: asIsoDay("2026-11-21") }],
		["Ở nơi khác", { unit: asSlug("thanh-tra") }],
	);
	expect(officialsOf(context, unit).map(({ name }) => name)).toEqual(["Đến hôm nay", "Từ hôm nay"]);
	expect(formerPostsOf(context, unit).map(({ name }) => name)).toEqual(["Đến hôm qua", "Đã lâu"]);
});
