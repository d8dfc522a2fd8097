import { mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { deploy } from "./deploy.ts";
import { journalName } from "./destination.ts";
import { FolderDestination } from "./folder-destination.ts";
import { deployFolder, siteManifestFile } from "./site-manifest.ts";

/** A link to itself: also root cannot read it. */
function makeUnreadable(file: string): void {
	mkdirSync(dirname(file), { recursive: true });
	symlinkSync(basename(file), file);
}

test("a new destination has no records", async () => {
	const destination = new FolderDestination(join(temporaryFolder(), "there"), temporaryFolder());
	expect(await destination.readRecords()).toEqual({ manifest: undefined, journal: undefined });
});

// Without its manifest, withdrawn pages would stay. Without its journal, a broken deployment would not be mended.
test.each([siteManifestFile, `${deployFolder}/${journalName}`])(
	"a record that cannot be read is not taken for none: %s",
	async (file) => {
		const there = temporaryFolder();
		makeUnreadable(join(there, file));
		const reading = new FolderDestination(there, temporaryFolder()).readRecords();
		await expect(reading).rejects.toMatchObject({ code: "ELOOP", path: join(there, file) });
	},
);

test("a site whose manifest cannot be read is not taken for one that was never built", async () => {
	const siteDirectory = temporaryFolder();
	makeUnreadable(join(siteDirectory, siteManifestFile));
	const to = temporaryFolder();
	const deploying = deploy({ siteDirectory, to, cacheDirectory: to, dryRun: true, recheck: false });
	await expect(deploying).rejects.toMatchObject({ code: "ELOOP" });
});
