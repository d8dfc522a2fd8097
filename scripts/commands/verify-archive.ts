import { ArchiveError, verifyArchive } from "../../src/archive/index.ts";
import { formatBytes, formatDay, formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		needsNoPortal: true,
		positionals: { name: "KHO", summary: "Tệp .zip, hoặc thư mục đã giải nén", min: 1, max: 1 },
	},
	async ({ positionals: [path = ""] }, reporter) => {
		const { manifest, files, bytes, missing, altered, extra } = await verifyArchive(path, reporter).catch(
			(error: unknown) => {
				throw error instanceof ArchiveError ? new CommandError(error.message, error.remedy) : error;
			},
		);
		for (const name of missing) reporter.line(`Thiếu tệp   ${name}`);
		for (const name of altered) reporter.line(`Khác nội dung   ${name}`);
		for (const name of extra) reporter.line(`Tệp lạ   ${name}`);
		const about = `${manifest.site}, ${manifest.title}, ấn bản ${manifest.edition} (đến ngày ${formatDay(manifest.day)})`;
		if (missing.length + altered.length + extra.length === 0) {
			reporter.summary(`${about}: đủ và đúng ${formatNumber(files)} tệp (${formatBytes(bytes)}).`);
			return 0;
		}
		const counts = [missing, altered, extra].map(({ length }) => formatNumber(length));
		reporter.summary(
			`${about}: thiếu ${counts[0]}, khác nội dung ${counts[1]}, thừa ${counts[2]} tệp.\n` +
				"Cách khắc phục: giải nén lại từ bản gốc, hoặc tải lại kho rồi đối chiếu lần nữa.",
		);
		return 1;
	},
);
