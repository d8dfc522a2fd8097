import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { AuthorFiles } from "./author-files.ts";
import { readPortalNames } from "./portal-names.ts";

test("an empty content folder has no committees, no tags and no authors", async () => {
	const directory = temporaryFolder();
	expect(await readPortalNames(directory)).toMatchObject({ committees: [], tags: [] });
	expect((await AuthorFiles.open(directory, false)).written).toBe(0);
});

// An import would make what is already there a second time, or leave it out of its articles.
test.each([
	["committees", "ENOTDIR"],
	["tags", "ELOOP"],
	["provinces.yml", "ELOOP"],
	["authors", "ENOTDIR"],
])("names that cannot be read are not taken for none: %s", async (name, code) => {
	const directory = temporaryFolder();
	if (code === "ELOOP") symlinkSync(name, join(directory, name));
	else writeFileSync(join(directory, name), "");
	const reading = name === "authors" ? AuthorFiles.open(directory, false) : readPortalNames(directory);
	await expect(reading).rejects.toMatchObject({ code });
});

test("an author who is there already is not written again", async () => {
	const directory = temporaryFolder();
	mkdirSync(join(directory, "authors"));
	writeFileSync(join(directory, "authors/lan-anh.yml"), "name: Lan Anh\n");
	const files = await AuthorFiles.open(directory, true);
	expect(files.register.idOf("Lan Anh")).toBe("lan-anh");
});
