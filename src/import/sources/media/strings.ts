/** Texts about libraries of media. */
export const strings = {
	noSuchMedia: (path: string) => `Không tìm thấy thư mục hoặc tệp nén “${path}” nêu ở --media.`,
	tooManyMedia: (path: string) =>
		`Thư mục “${path}” có quá nhiều tệp: hãy nêu riêng thư mục ảnh và tệp đính kèm.`,
	mediaTooLarge: (path: string) => `Tệp “${path}” quá lớn nên không lấy theo.`,
} as const;
