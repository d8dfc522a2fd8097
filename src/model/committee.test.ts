import { expect, test } from "vitest";
import { committeeNameOn } from "./committee.ts";
import { asIsoDay } from "./ids.ts";

const committee = {
	name: "Ban Tuyên giáo và Dân vận Thành ủy Bắc Ninh",
	shortName: "Tuyên giáo và Dân vận Bắc Ninh",
	formerNames: [
		{ name: "Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Ninh", until: asIsoDay("2026-09-19") },
		{ name: "Ban Tuyên giáo Tỉnh ủy Bắc Ninh", until: asIsoDay("2025-02-28") },
	],
};

test.each([
	["2024-01-01", "Ban Tuyên giáo Tỉnh ủy Bắc Ninh"],
	["2025-02-28", "Ban Tuyên giáo Tỉnh ủy Bắc Ninh"],
	["2025-03-01", "Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Ninh"],
	["2026-09-19", "Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Ninh"],
	["2026-09-20", "Ban Tuyên giáo và Dân vận Thành ủy Bắc Ninh"],
])("a committee's name on %s is %s", (day, name) => {
	expect(committeeNameOn(committee, asIsoDay(day)).name).toBe(name);
});
