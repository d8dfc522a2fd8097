import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { installedAs } from "./installed-as.ts";

function portalWith(facts: unknown): string {
	const directory = temporaryFolder();
	mkdirSync(join(directory, "node_modules/tintinh"), { recursive: true });
	if (facts !== undefined) writeFileSync(join(directory, "package.json"), JSON.stringify(facts));
	return directory;
}

test.each(["dependencies", "devDependencies"])("reads the spec from %s", (kind) => {
	const directory = portalWith({ [kind]: { tintinh: "file:../tintinh-1.0.0.tgz" } });
	expect(installedAs(join(directory, "node_modules/tintinh"))).toEqual({
		spec: "file:../tintinh-1.0.0.tgz",
		directory,
	});
});

test.each([undefined, {}, { dependencies: { other: "^1.0.0" } }])("says nothing with %j", (facts) => {
	expect(installedAs(join(portalWith(facts), "node_modules/tintinh"))).toBeUndefined();
});

test("says nothing of a folder that is not installed", () => {
	const directory = temporaryFolder();
	writeFileSync(join(directory, "package.json"), JSON.stringify({ dependencies: { tintinh: "^1.0.0" } }));
	expect(installedAs(join(directory, "tintinh"))).toBeUndefined();
});
