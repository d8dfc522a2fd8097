/** What is said of a WordPress post's text. */
export const strings = {
	unknownShortcodes: (names: string) => `mã ngắn ${names} của WordPress không đọc được; giữ nguyên như chữ`,
	missingGallery: (ids: string) => `bộ ảnh nhắc tới ảnh ${ids} không có trong tệp xuất`,
} as const;
