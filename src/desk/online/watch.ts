import { once } from "node:events";
import { watch } from "chokidar";

export interface Watcher {
	/** Nothing is acted on any more once this is called. */
	close(): Promise<void>;
}

/** A change is acted on once no other has followed it for so long, in milliseconds. */
const settleTime = 60;

/** Watches, from the moment when this resolves, and acts once changes have come to rest. */
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
