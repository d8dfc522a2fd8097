import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "folder-destination-"));
afterAll(() => rmSync(directory, { recursive: true }));

test("a web server under another account can read the files, whatever the umask", () => {
	const site = join(directory, "site");
	mkdirSync(join(site, "2026", "11"), { recursive: true });
	writeFileSync(join(site, "2026", "11", "index.html"), "x", { mode: 0o600 });
	const script = `
		import { silentProgress } from "./src/model/progress.ts";
		import { FolderDestination } from "./src/deploy/folder-destination.ts";
		process.umask(0o077);
		const destination = new FolderDestination(process.argv[1], process.argv[2]);
		const files = [{ address: "/2026/11/", sha256: "", size: 1 }];
		await destination.open();
		await destination.prepare(files, silentProgress);
		await destination.put(files);
		await destination.close();`;
	const there = join(directory, "there");
	mkdirSync(there);
	execFileSync(process.execPath, [
		...["--import", "tsx/esm", "--input-type=module", "-e", script, there, site],
	]);
	const modeOf = (path: string) => statSync(join(there, path)).mode & 0o777;
	expect([modeOf("2026"), modeOf("2026/11"), modeOf("2026/11/index.html")]).toEqual([0o755, 0o755, 0o644]);
});
