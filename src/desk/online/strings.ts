import { formatNumber, quoted } from "../../text/index.ts";

/** The desk's texts about going online. */
export const strings = {
	building: "Đang dựng trang…",
	deploying: "Đang đưa lên máy chủ…",
	online: "Đã lên trang.",
	withdrawn: "Cổng tin đã cập nhật.",
	setAside: (title: string) =>
		`${quoted(title)} chưa lên trang được nên đã trở lại bàn làm việc; các bài khác vẫn lên bình thường.`,
	foreignProblem: (file: string) =>
		`Cổng tin chưa dựng lại được vì tệp ${file} có lỗi và không do bàn làm việc ghi. Bản cũ vẫn còn nguyên.`,
	failed: "Máy chủ chưa dựng được cổng tin. Bản cũ vẫn còn nguyên; quản trị viên xem nhật ký của máy chủ.",
	deployFailed: (reason: string) => `Cổng tin đã dựng xong nhưng chưa đưa lên máy chủ được: ${reason}`,
	reason: (problems: readonly string[]) => `Không dựng được cổng tin: ${problems.join("; ")}`,
	cannotBeBuilt: "có bài này thì không dựng được cổng tin",
	builtPages: (count: number, milliseconds: number) =>
		`Đã dựng các trang: ${formatNumber(count)} tệp, ${formatNumber(Math.round(milliseconds))} ms. Đang làm tiếp: ảnh, tìm kiếm, trình soạn bài.`,
	built: (count: number, milliseconds: number) =>
		`Đã dựng: ${formatNumber(count)} tệp thay đổi, ${formatNumber(Math.round(milliseconds))} ms.`,
} as const;
