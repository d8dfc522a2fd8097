import { quoted } from "../text/index.ts";
/** What a build says while it works. */
export const strings = {
	rendering: "Dựng trang",
	finderIndexing: "Lập chỉ mục tìm bài",
	archiveIndexing: "Lập chỉ mục kho lưu trữ",
	pictures: "Chuẩn bị ảnh",
	componentFailed: (reason: string | undefined) => ({
		message:
			reason === undefined
				? "thành phần này không cho ra nội dung nào"
				: `thành phần này không chạy được (${reason})`,
		remedy:
			reason === undefined
				? "viết export default function và trả về html`…` hoặc null; xem docs/theme.md"
				: "sửa tệp, hoặc xem docs/theme.md",
	}),
	tagMoved: (name: string, other: string, address: string, slug: string) => ({
		message: `từ khóa ${quoted(name)} sẽ lấy địa chỉ ${address}, mà cổng tin đang dùng cho ${quoted(other)}`,
		remedy: `thêm tệp tags/${slug}.yml có một dòng: name: ${other}`,
	}),
	inspecting: "Xem ảnh và tệp đính kèm",
} as const;
