import { formatBytes, formatNumber } from "../../text/index.ts";

/** Messages about rejected files, with what to do. */
export const strings = {
	empty: "Tệp rỗng. Hãy chọn lại tệp.",
	tooLarge: (limit: number) => `Tệp quá lớn: nhiều nhất ${formatBytes(limit)}.`,
	tooMany: "Đang có quá nhiều tệp chờ. Hãy lưu bài rồi tải tiếp.",
	busy: "Máy chủ đang nhận nhiều tệp. Hãy thử lại sau ít giây.",
	tooManyPixels: (width: number, height: number) =>
		`Ảnh quá lớn (${formatNumber(width)} × ${formatNumber(height)} điểm). Hãy thu nhỏ rồi tải lại.`,
	broken: "Ảnh bị hỏng hoặc chưa tải hết. Hãy mở ảnh trên máy để xem lại, rồi tải lại.",
	animated: "Ảnh động chưa dùng được ở đây. Hãy lưu một khung hình thành ảnh JPEG hoặc PNG.",
	drawing: "Tệp SVG có thể chứa mã chạy được nên không nhận. Hãy xuất hình thành PNG.",
	unknown:
		"Không nhận loại tệp này. Ảnh: JPEG, PNG, WebP, HEIC, AVIF. Tệp đính kèm: PDF, Word, Excel, PowerPoint, OpenDocument.",
	notPicture: "Tệp này không phải ảnh. PDF và văn bản hãy đính kèm ở mục Tệp đính kèm.",
	macros: "Tệp có macro nên không nhận. Hãy lưu lại thành .docx, .xlsx hoặc .pptx.",
	gone: "Tệp đã tải lên không còn ở máy chủ. Hãy chọn lại tệp.",
} as const;
