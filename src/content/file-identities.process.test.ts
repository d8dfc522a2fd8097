import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { identifyFiles } from "./file-identities.ts";

test.each(["--assume-unchanged", "--skip-worktree"])(
	"notices a change in a file that Git ignores because of %s",
	(option) => {
		const directory = mkdtempSync(join(tmpdir(), "tintinh-"));
		onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
		const git = (...words: string[]) => expect(spawnSync("git", ["-C", directory, ...words]).status).toBe(0);
		for (const name of ["a.md", "b.md"]) writeFileSync(join(directory, name), "một");
		git("init", "--quiet");
		git("add", ".");
		git("update-index", option, "a.md");
		const before = identifyFiles(directory, ["a.md", "b.md"]);
		const identities = [before("a.md"), before("b.md")];
		writeFileSync(join(directory, "a.md"), "một hai");
		const after = identifyFiles(directory, ["a.md", "b.md"]);
		expect(after("a.md")).not.toBe(identities[0]);
		expect(after("b.md")).toBe(identities[1]);
		expect(after("b.md")).toMatch(/^[\da-f]{40}$/);
	},
);
