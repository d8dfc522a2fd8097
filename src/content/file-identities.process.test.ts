import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { identifyFiles } from "./file-identities.ts";

/** A work tree with files that are staged. */
function workTree(...names: readonly string[]) {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	const git = (...words: string[]) => expect(spawnSync("git", ["-C", directory, ...words]).status).toBe(0);
	for (const name of names) writeFileSync(join(directory, name), "một");
	git("init", "--quiet");
	git("add", ".");
	return { directory, git };
}

test.each(["--assume-unchanged", "--skip-worktree"])(
	"notices a change in a file that Git ignores because of %s",
	(option) => {
		const { directory, git } = workTree("a.md", "b.md");
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

test("a file that is as in the index has its blob's id; one that was changed, removed or added has not", () => {
	const { directory } = workTree("a.md", "thư “đi”.md", "sửa.md", "xóa.md");
	writeFileSync(join(directory, "sửa.md"), "hai");
	unlinkSync(join(directory, "xóa.md"));
	writeFileSync(join(directory, "thêm.md"), "một");
	const names = ["a.md", "thư “đi”.md", "sửa.md", "xóa.md", "thêm.md"];
	const identityOf = identifyFiles(directory, names);
	const blob = expect.stringMatching(/^[\da-f]{40}$/);
	const stamp = expect.stringMatching(/^\d+ [\d.]+ [\d.]+$/);
	expect(names.map(identityOf)).toEqual([blob, blob, stamp, undefined, stamp]);
	expect(identityOf("a.md")).toBe(identityOf("thư “đi”.md"));
});
