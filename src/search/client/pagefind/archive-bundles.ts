import type { PagefindEngine } from "./engine.ts";

const options = { excerptLength: 40, excerptEllipsis: "…", language: "vi" } as const;

/** The bundles that an engine has open. */
export interface ArchiveBundles {
	/** Opens those that are not; returns the periods that could not be, which a later call tries again. */
	open(periods: readonly string[]): Promise<ReadonlySet<string>>;
	readonly call: PagefindEngine["call"];
	/** The periods of which files could not be loaded since this was last asked. */
	takeFailures(): ReadonlySet<string>;
	/** Ends the engine; the next bundle that is opened starts another. */
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
		// `init` answers before anything is loaded.
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
			// Two that open at once before the WebAssembly is there would each make one, and share the latter.
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

/** Where the bundle of a period lies. */
function bundleAddress(period: string): string {
	return `/pagefind/${period}/`;
}
