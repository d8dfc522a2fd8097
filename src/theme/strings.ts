/** What is said of a theme that cannot be used, to the technician who wrote it. */
interface Wording {
	readonly message: string;
	readonly remedy: string;
}

const schemeNames = { light: "chế độ sáng", dark: "chế độ tối" } as const;

export const strings = {
	unknownText: (key: string, similar: string | undefined): Wording => ({
		message: `không có câu chữ nào tên “${key}”${similar === undefined ? "" : `; có phải “${similar}”?`}`,
		remedy: "xem tên các câu chữ trong docs/texts.md",
	}),
	notText: (): Wording => ({
		message: "phải là một dòng chữ",
		remedy: "viết chữ mới sau dấu hai chấm, trong ngoặc kép nếu có dấu hai chấm hay ngoặc nhọn",
	}),
	unknownPlaceholder: (name: string, known: readonly string[]): Wording => ({
		message: `chỗ trống {${name}} không có trong chữ này`,
		remedy:
			known.length === 0
				? "bỏ ngoặc nhọn; chữ này không có chỗ trống nào"
				: `chỉ dùng ${known.map((other) => `{${other}}`).join(", ")}`,
	}),
	noOtherForm: (): Wording => ({
		message: "thiếu dạng “other”",
		remedy: "thêm dòng other: với chữ dùng cho mọi số còn lại",
	}),
	badIcon: (): Wording => ({
		message: "không vẽ được biểu tượng này",
		remedy: 'dùng tệp SVG vuông có viewBox, ví dụ viewBox="0 0 64 64"',
	}),
	notJavaScript: (): Wording => ({
		message: "thành phần phải là tệp .js",
		remedy: "viết bằng JavaScript với html`…`; tệp phụ và ảnh để trong một thư mục con",
	}),
	unknownComponent: (name: string, similar: string | undefined): Wording => ({
		message: `không có thành phần nào tên “${name}”${similar === undefined ? "" : `; có phải “${similar}”?`}`,
		remedy: "xem tên các thành phần trong docs/theme.md",
	}),
	badLanguage: (language: string): Wording => ({
		message: `“${language}” không phải mã ngôn ngữ`,
		remedy: "viết như vi hoặc en",
	}),
	badCss: (reason: string): Wording => ({
		message: `không đọc được CSS (${reason})`,
		remedy: "xem lại dấu ngoặc và dấu chấm phẩy ở gần dòng này",
	}),
	noImport: (): Wording => ({
		message: "@import không dùng được ở đây",
		remedy: "sao chép nội dung của tệp kia vào theme.css",
	}),
	foreignFile: (address: string): Wording => ({
		message: `“${address}” nằm ở trang khác; trình duyệt của bạn đọc sẽ không tải`,
		remedy: "tải tệp về thư mục theme và ghi đường dẫn như fonts/ten-phong-chu.woff2",
	}),
	missingFile: (path: string): Wording => ({
		message: `không có tệp “${path}” trong thư mục theme`,
		remedy: "sao chép tệp vào đó hoặc sửa đường dẫn",
	}),
	badFileType: (path: string): Wording => ({
		message: `“${path}” không phải phông chữ hay ảnh`,
		remedy: "dùng tệp woff2, woff, png, jpg, webp hoặc svg",
	}),
	notHex: (property: string, value: string): Wording => ({
		message: `${property}: “${value}” không phải mã màu`,
		remedy: "viết như #0b5394",
	}),
	lowContrast: (text: string, ground: string, ratio: number, scheme: keyof typeof schemeNames): Wording => ({
		message:
			`ở ${schemeNames[scheme]}, chữ màu ${text} trên nền ${ground} khó đọc: ` +
			`tương phản ${ratio.toFixed(1).replace(".", ",")}, cần ít nhất 4,5`,
		remedy:
			scheme === "light"
				? "chọn màu đậm hơn cho chữ hoặc màu nhạt hơn cho nền"
				: "đặt màu riêng trong @media (prefers-color-scheme: dark)",
	}),
} as const;
