/** Texts about a portal's own templates. */
export const strings = {
	taken: (url: string) => ({
		message: `địa chỉ “${url}” đã có trang khác của cổng tin`,
		remedy: "đặt permalink khác trong phần đầu của mẫu",
	}),
	failed: (reason: string) => ({
		message: `Eleventy không dựng được mẫu này (${reason})`,
		remedy: "sửa mẫu, hoặc xem docs/eleventy.md",
	}),
	linkedOutput: (output: string) =>
		`“${output}” là trang đã dựng, Eleventy không được ghi vào đó. Hãy viết export { config } from "tintinh" trong .eleventy.js.`,
} as const;
