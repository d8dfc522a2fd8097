import { once } from "node:events";
import { watch } from "chokidar";

export interface Watcher {
	/** Stops watching. */
	close(): Promise<void>;
}

/** Milliseconds without a further change after which changes are acted on. */
const settleTime = 60;

/** Watches from the moment when this resolves. Acts when no further change follows. */
export async function watchSettled(paths: readonly string[], onChange: () => void): Promise<Watcher> {
	// A watcher of nothing is never ready.
	if (paths.length === 0) return { close: async () => {} };
	let timer: NodeJS.Timeout | undefined;
	const watcher = watch([...paths], {
		ignoreInitial: true,
		ignored: /(?:^|[/\\])\.(?!eleventy\.js$)[^/\\.]/,
	});
	watcher.on("all", () => {
		clearTimeout(timer);
		timer = setTimeout(onChange, settleTime);
	});
	await once(watcher, "ready");
	return {
		async close() {
			await watcher.close();
			clearTimeout(timer);
		},
	};
}
