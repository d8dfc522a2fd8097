/**
 * The index for pages that are opened from a disk: there a page may read no file, but may run scripts. Each file is
 * wrapped as a script that hands over its bytes.
 */
import type { ReadFile } from "./finder.ts";
import { reasonOf } from "./give-up.ts";

/** Takes what a script hands over. */
const receiver = "finderFile";

type Receive = (path: string, base64: string) => void;

/** A file of the index as a script, to be kept beside it under the path with ".js" behind. */
export function asScript(path: string, bytes: Uint8Array): string {
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return `${receiver}(${JSON.stringify(path)},${JSON.stringify(btoa(binary))})`;
}

/** Reads files that were wrapped, by adding a script for each to the page. @param root of the index, relative to the page */
export function readByScripts(document: Document, root: string): ReadFile {
	const waiting = new Map<string, (bytes: Uint8Array) => void>();
	const receive: Receive = (path, base64) => {
		waiting.get(path)?.(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
		waiting.delete(path);
	};
	Object.assign(globalThis, { [receiver]: receive });
	return (path, signal) =>
		new Promise((resolve, reject) => {
			const script = document.createElement("script");
			waiting.set(path, resolve);
			script.src = `${root}${path}.js`;
			script.addEventListener("load", () => script.remove());
			script.addEventListener("error", () => {
				script.remove();
				reject(new Error(`${path}: no such script`));
			});
			signal?.addEventListener("abort", () => reject(reasonOf(signal)), { once: true });
			document.head.append(script);
		});
}
