import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/fixture.ts";
import { asUrlPath } from "../../model/ids.ts";
import { createWorkers } from "../workers/workers.ts";
import { FileTree } from "./file-tree.ts";

test("workers link files into a tree and make their folders", async () => {
	const [from, to] = [join(temporaryFolder(), "a"), join(temporaryFolder(), "b")];
	const files = ["index.html", "2026/11/20/tin.html"];
	for (const file of files) {
		mkdirSync(join(from, file, ".."), { recursive: true });
		writeFileSync(join(from, file), file);
	}
	const workers = createWorkers(2);
	const tasks = files.map((file) => () => ({ kind: "link" as const, links: { from, to, files: [file] } }));
	await workers.run(tasks, () => {});
	await workers.close();
	for (const file of files) expect(statSync(join(to, file)).ino).toBe(statSync(join(from, file)).ino);
});

test.each([10, 100_000])("a copy of %d bytes is a separate file with its digest", (size) => {
	const source = join(temporaryFolder(), "anh.png");
	writeFileSync(source, "x".repeat(size));
	const tree = new FileTree(temporaryFolder());
	const address = asUrlPath("/tep/anh.png");
	const { sha256, ...written } = tree.write({ address, source, identity: "1" });
	expect(written).toEqual({ address, size });
	expect(sha256).toMatch(/^[0-9a-f]{64}$/);
	writeFileSync(source, "y", { flag: "r+" });
	expect(readFileSync(join(tree.root, "tep/anh.png"), "utf8")).toBe("x".repeat(size));
});
