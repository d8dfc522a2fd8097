import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ForeignOutputError } from "../../src/build/writing/site-trees.ts";
import { listContentBeside } from "../../src/content/list-content-beside.ts";
import { DeployError } from "../../src/deploy/deploy-error.ts";
import { LockHeldError } from "../../src/disk/lock-file.ts";
import { describeHolder } from "../../src/disk/strings.ts";
import type { OtherBackend } from "../../src/editor/forms/index.ts";
import { type ArticleId, dayOf, type IsoDateTime } from "../../src/model/ids.ts";
import type { Progress } from "../../src/model/progress.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { buildOptions, CommandError, defineCommand, nowOption } from "../command.ts";
import type { Reporter } from "../progress.ts";

/** Addresses that are named for each kind of change. */
const namedAddresses = 12;

export const command = defineCommand(
	{
		options: {
			now: nowOption,
			...buildOptions,
			recheck: {
				kind: "flag",
				summary: "So từng tệp của bản đang có với manifest.json; có tệp sai thì dựng lại cả cổng tin",
			},
		},
	},
	async ({ content, output, cache, options }, reporter) => {
		const began = Date.now();
		const listing = listContentBeside(content);
		// Told by the build, which may not have begun to wait for it.
		listing.catch(() => {});
		const { buildPortal } = await import("../../src/build/build.ts");
		const { report, problems, warnings } = await buildPortal({
			contentDirectory: content,
			content: listing,
			outputDirectory: output,
			cacheDirectory: cache,
			now: options.now,
			search: !options["no-search"],
			otherBackend: await backendOf(process.env),
			mostRead: await mostReadBefore(options.now, join(dirname(cache), ".desk"), reporter),
			rewrite: options.recheck && !(await isWhole(output, reporter)),
			progress: reporter,
		}).catch(explain);
		if (warnings.length > 0) {
			const { formatWarnings } = await import("../../src/content/index.ts");
			reporter.line(formatWarnings(warnings, content).trimEnd());
		}
		if (!report) {
			const { formatProblems } = await import("../../src/content/index.ts");
			reporter.summary(formatProblems(problems, content).trimEnd());
			return 1;
		}
		for (const [label, addresses] of [
			["Thêm", report.added],
			["Sửa", report.changed],
			["Xóa", report.removed],
		] as const) {
			if (addresses.length === 0) continue;
			const named = addresses.slice(0, namedAddresses).map((address) => `\n  ${address}`);
			const rest = addresses.length > namedAddresses ? "\n  …" : "";
			reporter.line(`${label} ${formatNumber(addresses.length)} tệp:${named.join("")}${rest}`);
		}
		const seconds = ((Date.now() - began) / 1000).toFixed(1).replace(".", ",");
		reporter.summary(
			`${formatNumber(report.articles)} bài, ${formatNumber(report.files)} tệp trong ${output}; ` +
				`ghi ${formatBytes(report.bytesWritten)} trong ${seconds} giây.`,
		);
		return 0;
	},
);

/** Whether every file of the current tree is as its manifest says. */
async function isWhole(output: string, progress: Progress): Promise<boolean> {
	if (!existsSync(output)) return true;
	try {
		const { verifySite } = await import("../../src/deploy/verify-site.ts");
		const { missing, altered, extra } = await verifySite({ directory: output, progress });
		return missing.length + altered.length + extra.length === 0;
	} catch (error) {
		if (error instanceof DeployError) return false;
		throw error;
	}
}

function explain(error: unknown): never {
	if (error instanceof LockHeldError) {
		throw new CommandError(
			`Một lệnh dựng khác đang chạy${describeHolder(error.holder)}.`,
			`Hãy đợi lệnh đó xong rồi chạy lại. Nếu chắc chắn không còn lệnh nào đang chạy, hãy xóa tệp “${error.file}”.`,
		);
	}
	if (error instanceof ForeignOutputError) {
		throw new CommandError(
			`“${error.message}” đã có và không phải do lệnh này dựng nên.`,
			"Hãy chọn thư mục khác bằng --output, hoặc tự dọn thư mục đó đi.",
		);
	}
	throw error;
}

/** @throws CommandError */
async function backendOf(environment: NodeJS.ProcessEnv): Promise<OtherBackend | undefined> {
	// Most builds are a desk's, and load none of this.
	if (!environment.CMS_BACKEND) return undefined;
	const { OtherBackendError, otherBackendOf } = await import("../../src/editor/forms/index.ts");
	try {
		return otherBackendOf(environment);
	} catch (error) {
		if (!(error instanceof OtherBackendError)) throw error;
		throw new CommandError(error.message);
	}
}

/** A database that is away, or that this build may not open, keeps no site from being built. */
async function mostReadBefore(
	now: IsoDateTime,
	data: string,
	reporter: Pick<Reporter, "line">,
): Promise<readonly ArticleId[]> {
	const url = process.env.DATABASE_URL;
	if (!url && !existsSync(join(data, "voice.db"))) return [];
	try {
		const { existingVoiceDatabase } = await import("../voice-database.ts");
		const { mostReadBefore: read } = await import("../../src/voice/views/most-read-before.ts");
		const voice = await existingVoiceDatabase(data, url);
		return voice ? await read(voice.db, dayOf(now)).finally(voice.close) : [];
	} catch (error) {
		reporter.line(`Không đọc được số lượt xem: ${error instanceof Error ? error.message : String(error)}`);
		return [];
	}
}
