import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type IndexFile, packName, packScript, readByScripts } from "./file-scripts.ts";

/** The part of a page that is needed: scripts that are added to it run or fail. */
function page(files: Readonly<Record<string, string>>): Document {
	const createElement = () => {
		const listeners: Record<string, () => void> = {};
		return {
			src: "",
			remove: () => {},
			addEventListener: (event: string, listener: () => void) => {
				listeners[event] = listener;
			},
			run() {
				const source = files[this.src];
				if (source === undefined) listeners.error?.();
				else {
					runInThisContext(source);
					listeners.load?.();
				}
			},
		};
	};
	const append = (script: ReturnType<typeof createElement>) => queueMicrotask(() => script.run());
	return { createElement, head: { append } } as unknown as Document;
}

test("files packed in scripts are read by adding the scripts to the page", async () => {
	const bytes = fc.uint8Array({ maxLength: 300 });
	const paths = fc.uniqueArray(fc.stringMatching(/^[a-z0-9/]{1,12}$/), { minLength: 1, maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(paths, bytes, fc.integer({ min: 1, max: 7 }), async (paths, content, perPack) => {
			const files = paths.sort().map((path, at): IndexFile => ({ path, bytes: content.subarray(at) }));
			const scripts: Record<string, string> = {};
			const firsts: string[] = [];
			for (let at = 0; at < files.length; at += perPack) {
				scripts[`../chi-muc/${packName(firsts.length)}`] = packScript(
					firsts.length,
					files.slice(at, at + perPack),
				);
				firsts.push(files[at]?.path ?? "");
			}
			const read = readByScripts(page(scripts), "../chi-muc/", firsts);
			const all = await Promise.all(files.map(({ path }) => read(path)));
			expect(all).toEqual(files.map((file) => Uint8Array.from(file.bytes)));
			await expect(read("khong-co!")).rejects.toThrow("khong-co!");
		}),
	);
});

test("a script that is missing or delivers nothing is a failure, and is tried again", async () => {
	const scripts: Record<string, string> = { "0.js": ";" };
	const read = readByScripts(page(scripts), "", ["a", "b"]);
	await expect(read("b")).rejects.toThrow("1.js");
	await expect(read("a")).rejects.toThrow("0.js");
	scripts["0.js"] = packScript(0, [{ path: "a", bytes: Uint8Array.of(7) }]);
	expect(await read("a")).toEqual(Uint8Array.of(7));
});
