import { DeployError } from "../../src/deploy/deploy-error.ts";
import { verifySite } from "../../src/deploy/verify-site.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		details: "Thư mục .well-known (chứng thư của máy chủ) không được xét.",
	},
	async ({ output }, reporter) => {
		const { files, bytes, missing, altered, extra } = await verifySite({
			directory: output,
			progress: reporter,
		}).catch((error: unknown) => {
			throw error instanceof DeployError ? new CommandError(error.message, error.remedy) : error;
		});
		for (const address of missing) reporter.line(`Thiếu tệp   ${address}`);
		for (const address of altered) reporter.line(`Khác nội dung   ${address}`);
		for (const path of extra) reporter.line(`Tệp lạ   /${path}`);
		if (missing.length + altered.length + extra.length === 0) {
			reporter.summary(
				`Đủ và đúng ${formatNumber(files)} tệp (${formatBytes(bytes)}) của “${output}” theo manifest.json.`,
			);
			return 0;
		}
		const counts = [missing, altered, extra].map(({ length }) => formatNumber(length));
		reporter.summary(
			`“${output}” không đúng manifest.json (${formatNumber(files)} tệp): ` +
				`thiếu ${counts[0]}, khác nội dung ${counts[1]}, thừa ${counts[2]}.\n` +
				"Cách khắc phục: ở nơi dựng cổng tin, chạy “npm run build -- --recheck”; ở nơi nhận, chạy lại “npm run deploy” với --recheck.",
		);
		return 1;
	},
);
