import { expect, test } from "vitest";
import { legacyFont } from "./legacy-font.ts";

test.each([
	{ name: ".VnTime", encoding: "tcvn3", capitals: false },
	{ name: "'.VnTimeH'", encoding: "tcvn3", capitals: true },
	{ name: ".VnArial NarrowH", encoding: "tcvn3", capitals: true },
	{ name: ".VNTIME", encoding: "tcvn3", capitals: false },
	{ name: "VnBlackH", encoding: "tcvn3", capitals: true },
	{ name: "VNI-Times", encoding: "vni", capitals: false },
	{ name: "VNI Helve", encoding: "vni", capitals: false },
])("recognises $name", ({ name, encoding, capitals }) => {
	expect(legacyFont(name)).toEqual({ encoding, capitals });
});

test.each(["Times New Roman", "Verdana", "UVnTime", "Vni", ".", ""])("does not recognise %s", (name) => {
	expect(legacyFont(name)).toBeUndefined();
});
