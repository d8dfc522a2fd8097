import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/fixture.ts";
import { makePrivateFolder } from "./private-folder.ts";

test("Git never adds what is in a private folder, and only its owner may read it", async () => {
	const workTree = temporaryFolder();
	execFileSync("git", ["init", "--quiet", workTree]);
	const folder = join(workTree, ".desk");
	await makePrivateFolder(folder);
	await makePrivateFolder(folder);
	writeFileSync(join(folder, "accounts.db"), "mật khẩu");
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	execFileSync("git", ["-C", workTree, "add", "--all"]);
	expect(execFileSync("git", ["-C", workTree, "status", "--porcelain"], { encoding: "utf8" })).toBe("");
});
