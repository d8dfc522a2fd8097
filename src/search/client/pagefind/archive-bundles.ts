import type { PagefindEngine } from "./engine.ts";

const options = { excerptLength: 40, excerptEllipsis: "…", language: "vi" } as const;

/** The open bundles of an engine. */
export interface ArchiveBundles {
	/** Opens missing bundles. Returns the periods that could not be opened; a later call tries them again. */
	open(periods: readonly string[]): Promise<ReadonlySet<string>>;
	readonly call: PagefindEngine["call"];
	/** The periods with files that could not be loaded since the last call. */
	takeFailures(): ReadonlySet<string>;
	/** Ends the engine. The next `open` starts another. */
	end(): void;
}

/** @param start starts the engine with the bundle at an address */
export function archiveBundles(start: (bundle: string) => PagefindEngine): ArchiveBundles {
	let engine: PagefindEngine | undefined;
	const opened = new Set<string>();

	async function openOne(period: string): Promise<void> {
		const basePath = bundleAddress(period);
		engine ??= start(basePath);
		await engine.call(period, "init", { basePath, ...options });
		// `init` resolves before anything is loaded.
		await engine.call(period, "preload", null, { filters: {} });
		opened.add(period);
	}

	return {
		async open(periods) {
			const failed = new Set<string>();
			const missing = periods.filter((period) => !opened.has(period));
			const tryOne = (period: string) =>
				openOne(period).catch((error: unknown) => {
					failed.add(period);
					console.error(error);
					if (opened.size === 0) this.end();
				});
			// The first bundle is opened alone. Two that open before the WebAssembly is loaded would each create an instance
			// and then share the later one.
			while (opened.size === 0 && missing.length > 0) await tryOne(missing.shift() ?? "");
			await Promise.all(missing.map(tryOne));
			return failed;
		},
		call(instance, name, ...args) {
			if (!engine) return Promise.reject(new Error("The engine has ended"));
			return engine.call(instance, name, ...args);
		},
		takeFailures() {
			const addresses = engine?.takeFailures() ?? [];
			return new Set(
				[...opened].filter((period) =>
					addresses.some((address) => address.startsWith(bundleAddress(period))),
				),
			);
		},
		end() {
			engine?.end();
			engine = undefined;
			opened.clear();
		},
	};
}

/** The address of a period's bundle. */
function bundleAddress(period: string): string {
	return `/pagefind/${period}/`;
}
