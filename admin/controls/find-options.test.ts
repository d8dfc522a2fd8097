import { fromJS, type Map as ImmutableMap } from "immutable";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findRelationsBy } from "../relations.ts";
import { findOptions } from "./find-options.ts";

const province = fromJS({
	name: "province",
	options: [
		{ value: "dong-nai", label: "Đồng Nai" },
		{ value: "lao-cai", label: "Lào Cai" },
	],
}) as ImmutableMap<string, unknown>;

beforeAll(() => findRelationsBy(async () => []));
afterAll(() => findRelationsBy(undefined));

test("provinces are found in the form's own list where no desk finds those of a day", async () => {
	expect(await findOptions(province, "lao", "2026-11-22")).toEqual([{ id: "lao-cai", title: "Lào Cai" }]);
	expect(await findOptions(province, "", "2026-11-22")).toHaveLength(2);
	expect(await findOptions(province, "hue", "2026-11-22")).toEqual([]);
});
