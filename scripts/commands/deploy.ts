import { deploy } from "../../src/deploy/deploy.ts";
import { DeployError } from "../../src/deploy/deploy-error.ts";
import { type StageName, stageNames } from "../../src/deploy/plan-deploy.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

/** The most addresses that are named for each step. */
const namedAddresses = 12;

const stageLabels: Readonly<Record<StageName, string>> = {
	parts: "Ảnh, tệp kèm, giao diện, chỉ mục",
	new: "Trang mới",
	articles: "Bài viết đổi",
	lists: "Danh mục, kênh tin, trang chủ đổi",
};

export const command = defineCommand(
	{
		details: [
			"Nơi nhận là một thư mục của máy này, hoặc người-dùng@máy-chủ:/thư/mục (qua rsync và SSH).",
			"Tệp ở nơi nhận mà không manifest.json nào của cổng tin nêu tên (như .well-known) được để nguyên.",
			"Bị ngắt giữa chừng thì chạy lại: lệnh làm tiếp phần còn dở.",
			"",
			"Ví dụ: tintinh deploy --to /var/www/tin",
			"       tintinh deploy --to tin@may-chu.example:/var/www/tin --dry-run",
		].join("\n"),
		options: {
			to: { kind: "text", summary: "Nơi nhận cổng tin", value: "NƠI-NHẬN" },
			"dry-run": { kind: "flag", summary: "Chỉ cho biết sẽ làm gì" },
			recheck: { kind: "flag", summary: "So từng tệp ở nơi nhận, không tin manifest.json ở đó" },
		},
	},
	async ({ output, cache, options }, reporter) => {
		const { to, "dry-run": dryRun, recheck } = options;
		if (to === undefined) throw new CommandError("Chưa nêu nơi nhận cổng tin.", "Hãy thêm --to NƠI-NHẬN.");
		const began = Date.now();
		const report = await deploy({
			siteDirectory: output,
			to,
			cacheDirectory: cache,
			dryRun,
			recheck,
			progress: reporter,
		}).catch((error: unknown) => {
			throw error instanceof DeployError ? new CommandError(error.message, error.remedy) : error;
		});
		reporter.done();
		const tell = (label: string, addresses: readonly string[]) => {
			if (addresses.length === 0) return;
			const named = addresses.slice(0, namedAddresses).map((address) => `\n  ${address}`);
			const rest = addresses.length > namedAddresses ? "\n  …" : "";
			reporter.line(`${label}: ${formatNumber(addresses.length)} tệp${named.join("")}${rest}`);
		};
		if (report.resumed) reporter.line("Lần đưa lên trước bị ngắt; phần còn dở được làm tiếp.");
		if (!report.hadManifest) {
			reporter.line("Nơi nhận chưa có manifest.json: so theo tệp, và không xóa gì đang có ở đó.");
		}
		tell("Xóa vì vướng chỗ", report.inTheWay);
		let copied = 0;
		for (const name of stageNames) {
			copied += report.stages[name].length;
			tell(
				stageLabels[name],
				report.stages[name].map(({ address }) => address),
			);
		}
		tell("Xóa", report.removed);
		const removed = report.removed.length + report.inTheWay.length;
		if (copied + removed === 0) {
			reporter.summary(
				`“${to}” đã đúng với cổng tin đã dựng: ${formatNumber(report.unchanged)} tệp, không có gì để sao chép.`,
			);
			return 0;
		}
		const seconds = ((Date.now() - began) / 1000).toFixed(1).replace(".", ",");
		reporter.summary(
			`${dryRun ? "Sẽ sao chép" : "Đã sao chép"} ${formatNumber(copied)} tệp (${formatBytes(report.bytes)}), ` +
				`${dryRun ? "sẽ xóa" : "xóa"} ${formatNumber(removed)}, giữ nguyên ${formatNumber(report.unchanged)} ` +
				`tại ${to}${dryRun ? "." : ` trong ${seconds} giây.`}`,
		);
		return 0;
	},
);
