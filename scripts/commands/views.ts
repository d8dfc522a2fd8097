import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readSettings, SettingsError } from "../../src/desk/settings.ts";
import { makePrivateFolder } from "../../src/disk/private-folder.ts";
import { undefinedIfMissing } from "../../src/disk/undefined-if-missing.ts";
import { isIsoDay } from "../../src/model/ids.ts";
import { counterOf } from "../../src/model/site.ts";
import { CountingServiceError } from "../../src/voice/elsewhere/counting-service.ts";
import { fetchCounts } from "../../src/voice/elsewhere/fetch-counts.ts";
import { countLogs } from "../../src/voice/logs/count-logs.ts";
import { apiOnDisk, publishedArticles } from "../../src/voice/published-articles.ts";
import { openVoiceDatabase } from "../../src/voice/store/open-voice-database.ts";
import { writeNumbers } from "../../src/voice/views/write-numbers.ts";
import { CommandError, defineCommand } from "../command.ts";
import { settingsFault } from "../desk/settings-fault.ts";

const help = "Hãy xem docs/voice.md và docs/views-elsewhere.md.";

export const command = defineCommand(
	{
		details: [
			"Nhật ký dạng combined của nginx, Apache hay Caddy; tệp .gz đọc thẳng. Chạy lại bao nhiêu lần cũng không đếm hai",
			"lần: lệnh nhớ đã đọc tới đâu, kể cả khi tệp đã đổi tên hay nén lại. Ngày nào cổng tin đã tự đếm thì bỏ qua.",
			"--fetch lấy số mà GoatCounter hay Umami đã đếm (voice.counter trong site.yml, khóa trong desk.yml).",
			"--write ghi các con số thành tệp, cho nơi không chạy máy chủ của chương trình này.",
			"Biến môi trường DATABASE_URL=postgres://… dùng PostgreSQL thay cho tệp voice.db.",
			"",
			"Ví dụ: npm run views -- /var/log/nginx/access.log.1 /var/log/nginx/access.log",
			"       npm run views -- --fetch --write /var/www/tin",
		].join("\n"),
		options: {
			data: { kind: "text", summary: "Thư mục giữ voice.db và desk.yml", value: "THƯ-MỤC" },
			fetch: { kind: "flag", summary: "Lấy số từ GoatCounter hay Umami" },
			since: { kind: "text", summary: "Lấy từ ngày này, như 2026-01-01", value: "NGÀY" },
			write: { kind: "text", summary: "Ghi các con số vào thư mục của cổng tin", value: "THƯ-MỤC" },
		},
		positionals: {
			name: "NHẬT_KÝ",
			summary: "tệp nhật ký của máy chủ web, cũ trước mới sau",
			min: 0,
			max: 1_000,
		},
	},
	async ({ output, cache, options, positionals: files }, reporter) => {
		const { fetch, since, write } = options;
		if (files.length === 0 && !fetch && write === undefined)
			throw new CommandError("Chưa có tệp nhật ký nào, cũng không có --fetch hay --write.", help);
		if (since !== undefined && !isIsoDay(since))
			throw new CommandError(`--since ${since} không phải là ngày.`, "Hãy viết như 2026-01-01.");
		for (const file of files) {
			const found = await stat(file).catch(undefinedIfMissing);
			if (!found?.isFile()) throw new CommandError(`Không có tệp ${file}.`, "Hãy xem lại đường dẫn.");
		}
		const data = options.data ?? join(dirname(cache), ".desk");
		const url = process.env.DATABASE_URL;
		if (!url) await makePrivateFolder(data);
		const { db, close } = await openVoiceDatabase(url ? { url } : { file: join(data, "voice.db") });
		const articles = publishedArticles(apiOnDisk(output), Date.now);
		const given = {
			db,
			isArticle: async (id: Parameters<typeof articles.find>[0]) => (await articles.find(id)) !== undefined,
			clock: Date.now,
		};
		try {
			if (files.length > 0) {
				const { lines, counted, robots, unreadable, otherwiseCounted } = await countLogs({ ...given, files });
				reporter.line(`Đã đọc ${lines} dòng: thêm ${counted} lượt xem, bỏ ${robots} lượt của máy.`);
				if (unreadable > 0) {
					reporter.line(
						`${unreadable} dòng không theo định dạng combined nên không đếm được (xem docs/voice.md, mục From logs).`,
					);
				}
				if (otherwiseCounted > 0) {
					reporter.line(
						`${otherwiseCounted} lượt thuộc những ngày cổng tin đã tự đếm hoặc đã khép sổ, không đếm lại.`,
					);
				}
			}
			if (fetch) {
				const counter = counterOf((await articles.site()).voice);
				if (!counter) throw new CommandError("site.yml chưa bật voice.views và voice.counter.", help);
				const { counter: key = {} } = await readSettings(data);
				const pause = (milliseconds: number) => setTimeout(milliseconds);
				const { days, readers, otherwiseCounted } = await fetchCounts({
					...given,
					counter,
					key,
					pause,
					since,
				});
				reporter.line(`Đã lấy ${days} ngày từ ${counter.address}: ${readers} lượt xem.`);
				if (otherwiseCounted > 0)
					reporter.line(`${otherwiseCounted} ngày đã đếm bằng cách khác, giữ nguyên.`);
			}
			if (write !== undefined) {
				const changed = await writeNumbers({ db, articles, folder: write, clock: Date.now });
				reporter.line(`Đã ghi ${changed} tệp có thay đổi vào ${join(write, "tieng-noi")}.`);
			}
		} catch (error) {
			if (error instanceof CountingServiceError) throw new CommandError(error.message, help);
			if (error instanceof SettingsError) throw settingsFault(error);
			throw error;
		} finally {
			await close();
		}
		return 0;
	},
);
