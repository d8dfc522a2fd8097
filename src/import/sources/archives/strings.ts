/** Messages about unreadable archives. */
export const strings = {
	notZip: (path: string) => `“${path}” không phải tệp ZIP đọc được: hãy tải hoặc sao chép lại tệp`,
	unsafeName: (name: string) => `tên mục “${name}” trỏ ra ngoài tệp nén nên bị bỏ qua`,
	entryTooLarge: (name: string, limit: string) => `mục “${name}” giải nén ra quá ${limit} nên bị bỏ qua`,
	entrySuspicious: (name: string) =>
		`mục “${name}” nén quá mức bình thường (có thể là bom nén) nên bị bỏ qua`,
	tooManyEntries: (limit: string) => `tệp nén có quá ${limit} mục`,
	brokenEntry: (name: string) => `mục “${name}” của tệp nén bị hỏng`,
	encryptedEntry: (name: string) => `mục “${name}” đặt mật khẩu: hãy giải nén trước rồi nhập thư mục`,
} as const;
