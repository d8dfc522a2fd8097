import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { asScript, readByScripts } from "./file-scripts.ts";

/** As much of a page as is needed: scripts that are added to it are run, or fail. */
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

test("files wrapped as scripts are read by adding them to the page", async () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
	const path = "closed/pair/1f/a3.bin";
	const read = readByScripts(page({ [`../chi-muc/${path}.js`]: asScript(path, bytes) }), "../chi-muc/");
	expect(await read(path)).toEqual(bytes);
	await expect(read("closed/pair/00.bin")).rejects.toThrow("closed/pair/00.bin");
});
