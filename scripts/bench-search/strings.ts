import { formatBytes, formatNumber } from "../../src/text/index.ts";
import type { ThreadFigures } from "./warm-search.ts";

const decimal = (value: number, digits: number) => value.toFixed(digits).replace(".", ",");
const share = (value: number) => decimal(value, 3);
const seconds = (value: number) => `${decimal(value, value < 10 ? 2 : 1)} s`;

/** What `npm run bench:search` says. */
export const strings = {
	summary:
		"Đo tìm kiếm: chất lượng, dữ liệu phải tải, thời gian, chỉ mục; bên cạnh Pagefind nguyên bản và SQLite FTS5.",
	details: `Các phần đo (--only):
  quality  câu hỏi đã biết đáp án: tỷ lệ có bài đúng ở vị trí đầu (S@1), trong mười bài đầu (S@10), và MRR
  cold     lần tìm đầu tiên của trình duyệt chưa từng vào trang: dữ liệu và số tệp phải tải từ phím đầu đến khi hiện kết quả;
           thời gian từ phím Enter trên đường truyền 1,6 Mbit/s, trễ 150 ms
  year     cũng vậy, khi tìm trong một năm lưu trữ bằng Pagefind của trang
  thread   thời gian luồng chính của trang bận từ phím Enter đến khi hiện kết quả, khi mã lệnh đã nạp
  index    thời gian, bộ nhớ, số tệp của chỉ mục, bên cạnh Pagefind nguyên bản
  publish  số tệp thay đổi khi đăng thêm một bài, của cả hai bộ máy tìm kiếm của trang

Câu hỏi do chương trình chọn từ các bài theo --seed. Mỗi loại chia hai nửa: chỉnh bộ máy bằng nửa tuning, công bố số đo của nửa reporting.
Với --corpus, câu hỏi theo chủ đề lấy từ retrieval/mds_queries.jsonl cạnh tệp đó. Số bài vượt quá kho thì các bài được lặp lại, khoảng một phần ba số chữ thay bằng chữ của bài khác; bài bị giấu tiêu đề thì các bản lặp của nó cũng vậy.

Ví dụ:
  npm run bench:search -- --corpus ../shared/corpus/articles.jsonl.gz --articles 10000 --keep /var/tmp/do-tim
  npm run bench:search -- --only quality --engines finder --half tuning --keep /var/tmp/do-tim`,
	options: {
		articles: "Số bài",
		corpus: "Lấy bài từ tệp JSON Lines (.jsonl, .jsonl.gz) thay cho bài tự viết",
		seed: "Hạt giống của các bài và câu hỏi",
		queries: "Số câu hỏi của mỗi loại",
		colds: "Số lần tìm đầu tiên, cho câu ngắn và cho tiêu đề",
		stockArticles:
			"Pagefind nguyên bản cần khoảng 0,2 MB bộ nhớ cho mỗi bài: quá số bài này thì nó chỉ lập chỉ mục chừng ấy bài cũ nhất để so thời gian, và không được hỏi",
		half: "Nửa số câu hỏi được dùng: tuning hoặc reporting",
		only: "Các phần cần đo, cách nhau bằng dấu phẩy",
		engines: "Các bộ máy cần đo",
		json: "Tệp JSON nhận mọi số đo",
		keep: "Làm việc trong thư mục này và giữ lại; bài và chỉ mục của Pagefind, FTS5 có sẵn ở đó được dùng lại",
		reuse: "Dùng lại cả chỉ mục của bộ máy tìm kiếm (khi chỉ sửa phần đọc)",
	},
	halves: { tuning: "nửa tuning", reporting: "nửa reporting" },
	engines: {
		finder: "Tìm kiếm của trang",
		pagefind: "Pagefind nguyên bản",
		fts5: "SQLite FTS5",
		year: "Pagefind trong một năm",
		archive: "Pagefind của trang, mọi năm",
	},
	makingArticles: "Viết các bài",
	makingQueries: "Chọn câu hỏi",
	indexing: (engine: string) => `Lập chỉ mục: ${engine}`,
	asking: (engine: string) => `Hỏi: ${engine}`,
	cold: (engine: string) => `Tìm lần đầu: ${engine}`,
	thread: "Đo luồng chính",
	heading: (articles: number, isCorpus: boolean, half: string, seed: number, date: string) =>
		`${formatNumber(articles)} bài ${isCorpus ? "của kho cho trước" : "tự viết"}, ${half}, hạt giống ${seed}, ngày ${date}`,
	machine: (model: string, cores: number, memory: number, node: string) =>
		`${model}, ${cores} nhân, ${formatBytes(memory)}, Node ${node}`,
	qualityColumns: ["S@1 / S@10 / MRR / mười bài đầu đúng", "Câu hỏi"],
	classes: {
		phrase: "cụm 3–5 tiếng",
		"phrase-plain": "… không dấu",
		"phrase-nfd": "… dạng NFD",
		"phrase-capitals": "… chữ hoa",
		typo: "… gõ sai một chỗ",
		tone: "… đặt dấu kiểu khác",
		"held-out": "tiêu đề không có trong chỉ mục",
		title: "tiêu đề có trong chỉ mục",
		topical: "theo chủ đề",
		"topical-plain": "… không dấu",
		deep: "cụm ở cuối bài",
		telex: "gõ Telex không bộ gõ",
		vni: "gõ VNI không bộ gõ",
		"half-typed": "tiếng cuối gõ dở",
		short: "2–4 tiếng của tiêu đề",
		word: "một tiếng có dấu",
		foreign: "một từ nước ngoài",
		joined: "gõ dính, không dấu",
	},
	share,
	seconds,
	bytes: formatBytes,
	number: formatNumber,
	absent: "–",
	coldColumns: ["Tìm lần đầu (trung vị)", "Số lần", "Dữ liệu", "Số tệp", "Thời gian"],
	coldRows: {
		finderShort: "Tìm kiếm của trang, 2–4 tiếng",
		finderTitle: "Tìm kiếm của trang, tiêu đề",
		stockShort: "Pagefind nguyên bản, 2–4 tiếng",
		stockTitle: "Pagefind nguyên bản, tiêu đề",
		year: "Pagefind của trang trong một năm, 2–4 tiếng",
	},
	threadFigures: ({ median, p95, queries }: ThreadFigures) =>
		`Luồng chính bận từ phím Enter đến kết quả: trung vị ${Math.round(median.busy)} ms, p95 ${Math.round(p95.busy)} ms, ` +
		`trong đó CPU của nó ${Math.round(median.cpu)} và ${Math.round(p95.cpu)} ms (${queries} câu hỏi)`,
	indexingColumns: ["Lập chỉ mục", "Thời gian", "CPU", "Bộ nhớ", "Số tệp", "Dung lượng"],
	ofArticles: (count: number) => ` (${formatNumber(count)} bài cũ nhất)`,
	indexingNote:
		"Mục tiêu về thời gian so tìm kiếm của trang với Pagefind nguyên bản, tính trên mỗi bài: cùng một việc, tìm trong mọi bài. Pagefind của trang là việc khác, tìm trong từng năm.",
	publish: (finder: number, pagefind: number) =>
		`Đăng một bài: ${formatNumber(finder)} tệp của tìm kiếm và ${formatNumber(pagefind)} tệp của Pagefind thay đổi`,
	goalColumns: ["Mục tiêu", "Cần", "Đo được", ""],
	reached: "đạt",
	missed: "CHƯA ĐẠT",
	units: {
		share,
		bytes: formatBytes,
		count: formatNumber,
		milliseconds: (value: number) => `${Math.round(value)} ms`,
	},
	goals: {
		phrase: "cụm từ, S@1, cách viết yếu nhất",
		typo: "gõ sai một chỗ, S@10",
		toneFirst: "đặt dấu kiểu khác, S@1",
		toneTen: "đặt dấu kiểu khác, S@10",
		heldOut: "tiêu đề không có trong chỉ mục, S@10",
		topical: "theo chủ đề, S@10, yếu hơn trong có dấu và không dấu",
		deep: "cụm ở cuối bài, S@1",
		typed: "gõ Telex hoặc VNI, S@10, cách gõ yếu hơn",
		coldShort: (what: string) => `tìm lần đầu, 2–4 tiếng: ${what}`,
		coldTitle: (what: string) => `tìm lần đầu, tiêu đề: ${what}`,
		bytes: "dữ liệu",
		requests: "số tệp",
		year: "tìm lần đầu trong một năm: dữ liệu",
		thread: "luồng chính từ phím đến kết quả, p95",
		indexingTime: "lập chỉ mục, thời gian so với Pagefind nguyên bản",
		indexingMemory: "lập chỉ mục, bộ nhớ",
		publish: "đăng một bài, số tệp thay đổi",
	},
} as const;
