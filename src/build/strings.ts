/** What a build says while it works. */
export const strings = {
	rendering: "Dựng trang",
	finderIndexing: "Lập chỉ mục tìm bài",
	archiveIndexing: "Lập chỉ mục kho lưu trữ",
	pictures: "Chuẩn bị ảnh",
	inspecting: "Xem ảnh và tệp đính kèm",
} as const;
