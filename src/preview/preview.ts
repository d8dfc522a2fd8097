/** The portal and its editor on this machine, rebuilt and refreshed when content or code changes. */
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import type { BuildReply } from "../desk/online/build-messages.ts";
import { createBuilder } from "../desk/online/builder.ts";
import { createEditorHandler } from "../editor/local-server.ts";
import type { IsoDateTime } from "../model/ids.ts";
import { hasSource, productFolder } from "../program/product-folder.js";

export interface PreviewOptions {
	readonly contentDirectory: string;
	readonly outputDirectory: string;
	readonly cacheDirectory: string;
	readonly port: number;
	/** Read before each build. */
	readonly now: () => IsoDateTime;
	readonly search: boolean;
	/** Called after each build, the first included. */
	readonly onBuild: (reply: BuildReply) => void;
}

export interface Preview {
	readonly url: string;
	readonly editorUrl: string;
	close(): Promise<void>;
}

/** Somebody else listens on the port. */
export class PortInUseError extends Error {}

/** A change is acted on once no other has followed it for so long, in milliseconds. */
const settleTime = 60;

/** Where our own code lies. That of an installed package does not change. */
const code = hasSource
	? ["src", "admin", "scripts", "package-lock.json"].map((name) => join(productFolder, name))
	: [];

/**
 * Builds once, then serves on this machine alone until it is closed.
 *
 * @throws PortInUseError
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
	const { contentDirectory, outputDirectory, port } = options;
	await assertPortIsFree(port);
	const server = EleventyDevServer.getServer("tintinh", outputDirectory, {
		domDiff: false,
		portReassignmentRetryCount: 0,
		messageOnStart: () => false,
		middleware: [await createEditorHandler({ contentDirectory })],
	});
	let firstBuild: (() => void) | undefined;
	const built = new Promise<void>((resolve) => {
		firstBuild = resolve;
	});
	const builder = createBuilder({
		request: () => ({
			contentDirectory,
			outputDirectory,
			cacheDirectory: options.cacheDirectory,
			search: options.search,
			now: options.now(),
		}),
		onReply(reply) {
			options.onBuild(reply);
			if (!firstBuild) server.reload({});
			firstBuild?.();
			firstBuild = undefined;
		},
	});
	// Watching begins before the first build reads anything, so that no change is missed.
	const watchers = await Promise.all([
		watchSettled([contentDirectory], () => void builder.build()),
		watchSettled(code, () => void builder.restart()),
	]);
	void builder.build();
	await built;
	// The server's own `serve` would listen on every interface.
	server.server.listen({ port, host: "127.0.0.1" });
	await once(server.server, "listening");
	const url = `http://localhost:${port}/`;
	return {
		url,
		editorUrl: `${url}admin/`,
		async close() {
			await Promise.all(watchers.map((watcher) => watcher.close()));
			builder.close();
			await server.close();
		},
	};
}

interface Watcher {
	/** Nothing is acted on any more once this is called. */
	close(): Promise<void>;
}

/** Watches, from the moment when this resolves, and acts once changes have come to rest. */
async function watchSettled(paths: readonly string[], onChange: () => void): Promise<Watcher> {
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

async function assertPortIsFree(port: number): Promise<void> {
	const probe = createServer();
	probe.listen({ port, host: "127.0.0.1" });
	try {
		await once(probe, "listening");
	} catch {
		throw new PortInUseError(String(port));
	}
	probe.close();
	await once(probe, "close");
}
