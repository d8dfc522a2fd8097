/** Opens what builds the site and brings it online. */
import { deploy } from "../../deploy/deploy.ts";
import type { ArticleId, IsoDateTime } from "../../model/ids.ts";
import { type AwaitedFiles, createAwaitedFiles } from "../awaited-files.ts";
import type { BuildReply } from "./build-messages.ts";
import { type Builder, type BuildProcess, createBuilder } from "./builder.ts";
import { createOnline, type Online, type OnlineOptions } from "./online.ts";

export interface OpenOnlineOptions extends Pick<OnlineOptions, "store" | "events" | "clock" | "log"> {
	readonly outputDirectory: string;
	readonly cacheDirectory: string;
	/** Where the site is deployed after each build. */
	readonly deployTo?: string | undefined;
	readonly search: boolean;
	/** Whether the first build leaves pictures to the next one. */
	readonly pagesFirst: boolean;
	/** Asked before each build. */
	readonly mostRead: () => readonly ArticleId[];
	/** Asked before each build. */
	readonly now: () => IsoDateTime;
	/** Called after each build. */
	readonly onBuild: (reply: BuildReply) => void;
	readonly startBuildProcess: () => BuildProcess;
}

export interface OpenedOnline {
	readonly online: Online;
	readonly builder: Builder;
	readonly awaitedFiles: AwaitedFiles;
	close(): void;
}

export function openOnline(options: OpenOnlineOptions): OpenedOnline {
	const { store, events, clock, log, outputDirectory, cacheDirectory, deployTo } = options;
	const { contentDirectory } = store;
	const awaitedFiles = createAwaitedFiles({ contentDirectory, cacheDirectory });
	const builder = createBuilder({
		startProcess: options.startBuildProcess,
		request: () => ({
			mostRead: options.mostRead(),
			contentDirectory,
			outputDirectory,
			cacheDirectory,
			search: options.search,
			now: options.now(),
			pagesFirst: options.pagesFirst,
		}),
		onReply(reply) {
			options.onBuild(reply);
			const awaited = reply.kind === "built" ? reply.report.awaited : undefined;
			awaitedFiles.built(awaited);
			if (awaited) void online.refresh();
		},
	});
	const online = createOnline({
		store,
		builder,
		events,
		clock,
		log,
		deploy: deployTo === undefined ? undefined : () => deployed(deployTo),
	});
	async function deployed(to: string): Promise<void> {
		await deploy({ siteDirectory: outputDirectory, to, cacheDirectory, dryRun: false, recheck: false });
	}

	return {
		online,
		builder,
		awaitedFiles,
		close() {
			online.close();
			builder.close();
		},
	};
}
