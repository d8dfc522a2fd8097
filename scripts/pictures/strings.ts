import { formatBytes, formatNumber } from "../../src/text/index.ts";

export const strings = {
	summary: "Vẽ lại mọi hình của trang mẫu từ danh sách scripts/pictures/list.ts.",
	only: "Chỉ vẽ những tệp có đoạn chữ này trong đường dẫn",
	text: "CHỮ",
	drawing: "Vẽ hình",
	drawn: (count: number, bytes: number) => `Đã vẽ ${formatNumber(count)} hình, ${formatBytes(bytes)}.`,
} as const;
