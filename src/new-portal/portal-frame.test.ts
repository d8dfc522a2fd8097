import { expect, test } from "vitest";
import { portalFrame } from "./portal-frame.ts";

test.each([
	["file:../tintinh", "`git pull && npm ci`", true],
	["file:../tintinh-1.0.0.tgz", "`npm install ./tintinh-….tgz`", true],
	["file:./tintinh-1.0.0.tgz", "`npm install ./tintinh-….tgz`", false],
	["git+https://git.example.vn/tin/tintinh.git#v1.0.0", "dấu `#`", false],
	["tin/tintinh#main", "dấu `#`", false],
	["^1.0.0", "`npm update tintinh`", false],
])("the README says how to upgrade %s, and what Netlify needs", (product, step, warns) => {
	const files = portalFrame({ packageName: "tin", siteName: "Tin", product, node: ">=20.19" });
	const [, upgrade = ""] = (files["README.md"] ?? "").split("## Nâng cấp");
	expect(upgrade).toContain(step);
	expect(files["README.md"]?.includes("Netlify không thấy")).toBe(warns);
});
