/**
 * The worker that runs Pagefind's own worker with wrapped requests. Pagefind ignores parts of an index that it cannot
 * load, but the page must know. It would also load its WebAssembly once for each bundle.
 */

/** The part of a worker's global scope that is used. The project's TypeScript library is that of pages. */
interface Scope {
	fetch: typeof fetch;
	readonly location: Location;
	importScripts(address: string): void;
	postMessage(message: unknown): void;
}

const scope = globalThis as unknown as Scope;
const load = scope.fetch.bind(scope);
let engine: Promise<ArrayBuffer> | undefined;

scope.fetch = async (input, init) => {
	const address = String(input);
	try {
		if (!address.includes("/wasm.")) return await loadWhole(address, init);
		engine ??= loadWhole(address, init).then((response) => response.arrayBuffer());
		return new Response(await engine);
	} catch (error) {
		engine = undefined;
		scope.postMessage({ failed: address });
		throw error;
	}
};

/** A response whose bytes have all arrived. */
async function loadWhole(address: string, init: RequestInit | undefined): Promise<Response> {
	const response = await load(address, init);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return new Response(await response.arrayBuffer());
}

const bundle = new URLSearchParams(scope.location.search).get("bundle") ?? "";
if (!/^\/pagefind\/[\d-]+\/$/.test(bundle)) throw new Error(`${bundle} is no bundle`);
scope.importScripts(`${bundle}pagefind-worker.js`);
