import { existsSync } from "node:fs";
import { ArchiveError, readManifest } from "../../src/archive/index.ts";
import { archivePortal } from "../../src/build/archives/archive-portal.ts";
import { formatProblems } from "../../src/content/index.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { readScope, type ScopeOptions } from "../archive/read-scope.ts";
import { CommandError, defineCommand, nowOption } from "../command.ts";

const details = `
Ví dụ:
  npm run archive -- --year 2024 --to kho-2024.zip
  npm run archive -- --all --to kho.zip
  npm run archive -- --from 2024-01-01 --to 2024-03-31 --to quy-1.zip
  npm run archive -- --year 2024 --committee ban-dan-van --to dan-van-2024.zip
  npm run archive -- --year 2024 --since kho-2024.zip --to kho-2024-cap-nhat.zip
  npm run archive -- --year 2024 --epub --to tin-2024.epub
  npm run archive -- --all --zim --to tin.zim

Giải nén tệp ra thư mục hay USB rồi mở index.html: đọc, xem lịch, tìm kiếm đều không cần mạng. Cùng nội dung thì tệp
giống nhau từng byte. Nơi ghi đã có kho của cùng phần ấy mà nội dung có đổi thì kho mới mang số ấn bản lớn hơn.
`;

export const command = defineCommand(
	{
		details,
		options: {
			year: { kind: "text", value: "NĂM", summary: "Tin của một năm: 2024" },
			all: { kind: "flag", summary: "Toàn bộ tin" },
			from: {
				kind: "text",
				value: "NGÀY",
				summary: "Từ ngày này: 2024-01-01 (hoặc tháng, năm: 2024-01, 2024)",
			},
			to: {
				kind: "texts",
				value: "NGÀY|TỆP",
				summary: "Đến hết ngày này; và tệp ghi ra. Có thể nêu hai lần: --to 2024-03-31 --to quy-1.zip",
			},
			committee: {
				kind: "text",
				value: "MÃ",
				summary: "Chỉ tin của một cơ quan, theo mã trong content/committees",
			},
			province: {
				kind: "text",
				value: "MÃ",
				summary: "Chỉ tin của một địa phương, kể cả các đơn vị đã sáp nhập vào",
			},
			"full-images": { kind: "flag", summary: "Ảnh cỡ lớn, thay vì ảnh thu nhỏ vừa màn hình" },
			"no-images": { kind: "flag", summary: "Không kèm ảnh" },
			epub: { kind: "flag", summary: "Thành sách điện tử (EPUB) thay vì tệp nén" },
			zim: { kind: "flag", summary: "Thành tệp ZIM cho Kiwix; cần zimwriterfs (gói zim-tools)" },
			since: {
				kind: "text",
				value: "TỆP",
				summary: "Chỉ ghi những gì đã đổi so với kho cũ này, để giải nén đè lên nó",
			},
			now: nowOption,
		},
	},
	async ({ content, cache, options }, reporter) => {
		const { scope, output } = readScope(options satisfies ScopeOptions);
		if (options["full-images"] && options["no-images"])
			throw new CommandError("--full-images và --no-images không dùng cùng nhau được.", "bỏ một trong hai");
		const pictures = options["no-images"] ? "none" : options["full-images"] ? "full" : "scaled";
		const { epub, zim, since } = options;
		if (epub && zim) throw new CommandError("--epub và --zim không dùng cùng nhau được.", "bỏ một trong hai");
		const form = epub ? "epub" : zim ? "zim" : "zip";
		if (form !== "zip" && since !== undefined)
			throw new CommandError(`--since không dùng với --${form}.`, "sách và tệp ZIM luôn được làm lại cả tệp");
		const began = Date.now();
		try {
			const former = form === "zip" ? await formerOf(since, output, { scope, pictures }) : undefined;
			const { result, problems } = await archivePortal({
				contentDirectory: content,
				cacheDirectory: cache,
				now: options.now,
				scope,
				pictures,
				output,
				form,
				former,
				onlyChanges: since !== undefined,
				progress: reporter,
			});
			if (!result) {
				reporter.summary(formatProblems(problems, content).trimEnd());
				return 1;
			}
			const seconds = ((Date.now() - began) / 1000).toFixed(1).replace(".", ",");
			reporter.line(`SHA-256: ${result.sha256}`);
			reporter.summary(
				`${formatNumber(result.articles)} bài, ấn bản ${result.edition}: ${output}, ${formatBytes(result.size)}, ` +
					`${formatNumber(result.written)} tệp trong ${seconds} giây.`,
			);
			return 0;
		} catch (error) {
			if (error instanceof ArchiveError) throw new CommandError(error.message, error.remedy);
			throw error;
		}
	},
);

/** The archive that the new one follows: the one to be updated, or the one in whose place it is written. */
async function formerOf(
	since: string | undefined,
	output: string,
	wanted: Parameters<typeof readManifest>[1],
) {
	if (since !== undefined) return readManifest(since, wanted);
	if (!existsSync(output)) return undefined;
	return readManifest(output, wanted).catch((error: unknown) => {
		if (error instanceof ArchiveError) return undefined;
		throw error;
	});
}
