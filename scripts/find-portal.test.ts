import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../test/support/fixture.ts";
import { findPortal } from "./find-portal.ts";

test("finds the nearest portal upwards, in paths with spaces and accents", () => {
	const portal = join(temporaryFolder(), "Tin xã Minh Hòa");
	mkdirSync(join(portal, "content/articles/2026"), { recursive: true });
	writeFileSync(join(portal, "content/site.yml"), "");
	expect(findPortal(join(portal, "content/articles/2026"))).toBe(portal);
	expect(findPortal(portal)).toBe(portal);
});

test("accepts a folder with content but without settings as a portal, but none of its subfolders", () => {
	const portal = temporaryFolder();
	mkdirSync(join(portal, "content/articles"), { recursive: true });
	expect(findPortal(portal)).toBe(portal);
	expect(findPortal(join(portal, "content"))).toBeUndefined();
});
