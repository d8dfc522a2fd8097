import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readThemeBeside } from "../../src/build/read-theme-beside.ts";
import {
	importArticles,
	learnPages,
	openReportPages,
	openSource,
	politeFetch,
	readCategories,
	SourceError,
	sourceForms,
} from "../../src/import/index.ts";
import { CommandError, defineCommand } from "../command.ts";

const forms = sourceForms.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join("\n");

const details = `
Dạng của mỗi nguồn được nhận ra theo nội dung, hoặc nêu bằng --from:
${forms}

Ví dụ:
  npm run import -- trang-cu.warc.gz --content content --dry-run
  npm run import -- wordpress.xml --media wp-content/uploads --categories chuyen-muc.yml

Quy tắc nhập; không thêm và không bỏ chữ nào (đủ hơn trong docs/importing.md):
  - Chạy lại không đổi gì; bị dừng giữa chừng thì chạy lại là đi tiếp; bài đã được sửa thì không bao giờ ghi đè.
  - Ngày: nhận mọi cách viết thường gặp; chỉ có ngày thì giữ là ngày, không thêm giờ; không ghi múi giờ thì là giờ Việt Nam.
    Ngày rỗng của máy (0000-00-00, 0001-01-01, 1970-01-01) không được coi là ngày.
  - Bài không ngày: ghi là không rõ ngày; để có chỗ đứng, bài đầu nguồn xếp vào 01/01/2008, cứ bốn bài theo thứ tự trong nguồn
    (kể cả bài có ngày) thì sang ngày sau; hết năm 2025 thì quay lại 2008. Cùng một nguồn luôn cho cùng ngày.
  - Mã chữ: đưa về Unicode dựng sẵn, bỏ ký tự ẩn, sửa ð thành đ, giải mã ký hiệu HTML và mã chữ cũ khi chắc chắn.
    Không đổi vị trí dấu thanh, không đổi từ.
  - Tiêu đề trên 200 ký tự được cắt ở ranh giới từ; nguyên văn thành đoạn đầu. Sapo trên 600 ký tự cũng vậy.
  - Tác giả: mỗi tên một tệp trong authors/; không có thì ghi tên nguồn, không có nguồn thì “Không ghi tác giả”.
  - Chuyên mục thành từ khóa, hoặc theo bảng --categories.
  - Ảnh và tệp có trong nguồn được sao chép về, mỗi tệp một lần; thiếu thì chú thích ảnh còn lại thành dòng nghiêng.
  - Địa chỉ cũ thành chuyển hướng; liên kết giữa các bài được sửa theo địa chỉ mới.
  - Tỉnh và ban chỉ được điền khi đủ chắc; còn lại là gợi ý trong báo cáo.
  - Không lấy gì từ mạng nếu không có --fetch.
  - Thư mục chưa có site.yml thì được thêm một tệp tối thiểu.
`;

export const command = defineCommand(
	{
		details,
		options: {
			from: { kind: "text", value: "DẠNG", summary: "Dạng của các nguồn, khi không muốn để tự nhận ra" },
			categories: { kind: "text", value: "TỆP", summary: "Bảng YAML: chuyên mục cũ → từ khóa, ban, tỉnh" },
			media: { kind: "text", value: "THƯ-MỤC", summary: "Nơi tìm ảnh và tệp đính kèm theo địa chỉ cũ" },
			profile: { kind: "text", value: "TỆP", summary: "Mô tả YAML về trang bài viết của cổng cũ" },
			columns: { kind: "text", value: "TỆP", summary: "Bảng YAML: cột nào của nguồn là trường nào" },
			encoding: { kind: "text", value: "MÃ", summary: "Mã chữ của nguồn không tự nói ra" },
			learn: {
				kind: "text",
				value: "TỆP",
				summary: "Không nhập; xem các trang mẫu và viết đề nghị cho --profile vào tệp này",
			},
			fetch: { kind: "flag", summary: "Cho phép tải từ mạng: một máy chủ, theo robots.txt, có bộ nhớ đệm" },
			rate: { kind: "text", value: "SỐ", summary: "Số lần tải mỗi giây khi có --fetch", default: "1" },
			"dry-run": { kind: "flag", summary: "Chỉ viết báo cáo, không động tới thư mục nội dung" },
			report: {
				kind: "text",
				value: "TỆP",
				summary: "Trang HTML nhận báo cáo đầy đủ",
				default: "import-report.html",
			},
		},
		positionals: { name: "NGUỒN", summary: "Tệp hoặc thư mục nguồn", min: 1, max: 100 },
	},
	async (commandArguments, reporter) => {
		const { content, options, positionals } = commandArguments;
		const { from, categories, report: reportPath } = options;
		const rate = Number(options.rate);
		if (!(rate > 0 && rate <= 10))
			throw new CommandError(`--rate “${options.rate}” không hợp lệ`, "chọn từ 0,1 đến 10, viết 0.1");
		const sourceOptions = {
			...Object.fromEntries(
				(["media", "profile", "columns", "encoding"] as const)
					.filter((name) => options[name] !== undefined)
					.map((name) => [name, options[name]]),
			),
			...(options.fetch
				? {
						fetch: politeFetch({
							cache: join(commandArguments.cache, "import-fetch"),
							rate,
							now: Date.now,
							wait: setTimeout,
						}),
					}
				: {}),
		};
		try {
			if (options.learn !== undefined) {
				await writeFile(options.learn, await learnPages(positionals));
				reporter.summary(`Đã viết ${options.learn}; hãy xem lại rồi dùng với --profile.`);
				return;
			}
			const sources = await Promise.all(positionals.map((path) => openSource(path, sourceOptions, from)));
			const table = categories === undefined ? {} : { categories: await readCategories(categories, content) };
			const pages = await openReportPages(
				reportPath,
				content,
				(await readThemeBeside(content)).theme.colours,
			);
			try {
				const report = await importArticles(sources, {
					directory: content,
					progress: reporter,
					isDryRun: options["dry-run"],
					sink: pages,
					...table,
				});
				await pages.finish(
					report,
					sources.map(({ name }) => name),
				);
				for (const line of report.overview()) reporter.line(line);
				reporter.summary(`${report.summary()} Báo cáo: ${reportPath}`);
				if (report.taken === 0) {
					throw new CommandError(
						"Không nhận được bài nào từ nguồn.",
						`xem lý do của từng mục trong ${reportPath}; nếu tệp đúng, nêu dạng của nó bằng --from hoặc tả trang bằng --profile`,
					);
				}
			} finally {
				await pages.close();
			}
		} catch (error) {
			if (error instanceof SourceError) {
				throw new CommandError(error.message, "kiểm tra đường dẫn và tệp nguồn; phần đã nhập vẫn còn nguyên");
			}
			throw error;
		}
	},
);
