/** What a build says while it works. */
export const strings = {
	rendering: "Dựng trang",
	indexing: "Lập chỉ mục tìm kiếm",
	pictures: "Chuẩn bị ảnh",
} as const;
