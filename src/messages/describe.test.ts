import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeTexts } from "./describe.ts";

test("docs/texts.md lists every text (if not, run npm run write-content-model)", () => {
	expect(readFileSync("docs/texts.md", "utf8")).toBe(describeTexts());
});
