import { expect, test } from "vitest";
import { readClipboardText } from "./clipboard-text.ts";
import { writeBlock } from "./write-block.ts";

test.each([
	["lines", "Một\r\n\r\nHai\u200B\nBa", "Một\n\nHai\n\nBa"],
	[
		"bullets of a chat",
		"Tin nhanh:\n- Đường thông\n- Góp 120 công\nHết",
		"Tin nhanh:\n\n- Đường thông\n- Góp 120 công\n\nHết",
	],
	["a single dash, which may be speech", "- Bà con nói gì?\nTôi hỏi.", "\\- Bà con nói gì?\n\nTôi hỏi."],
	[
		"a conversation",
		"- Bà con nói gì?\n– Ai cũng mừng.\n- Thế thì tốt.\n\n- Đường thông\n- Điện sáng",
		"\\- Bà con nói gì?\n\n– Ai cũng mừng.\n\n\\- Thế thì tốt.\n\n- Đường thông\n- Điện sáng",
	],
	["numbers in their order", "2. Hai\n3. Ba\n5. Năm", "2. Hai\n3. Ba\n\n5\\. Năm"],
	[
		"cells of a spreadsheet",
		"Xã\tSố hộ\nPa Lin\t1.125",
		"| Xã | Số hộ |\n| --- | ---: |\n| Pa Lin | 1.125 |",
	],
	[
		"lines of a PDF file",
		"Thực hiện kế hoạch số 12 của Tỉnh ủy, Ban Dân vận đã tổ chức hội nghị\nsơ kết công tác dân vận quý III.\nDự hội nghị có các đồng chí trong Ban Thường vụ và đại diện lãnh đạo\nMặt trận Tổ quốc các xã.\n- Đã vận động 125 hộ dân hiến đất làm đường liên thôn, trong đó xã\nPa Lin có 30 hộ\n- Đã làm 2 km",
		"Thực hiện kế hoạch số 12 của Tỉnh ủy, Ban Dân vận đã tổ chức hội nghị sơ kết công tác dân vận quý III.\n\nDự hội nghị có các đồng chí trong Ban Thường vụ và đại diện lãnh đạo Mặt trận Tổ quốc các xã.\n\n- Đã vận động 125 hộ dân hiến đất làm đường liên thôn, trong đó xã Pa Lin có 30 hộ\n- Đã làm 2 km",
	],
	[
		"verses",
		"Ai về bản nhỏ bên sông\nNhớ câu dân vận khéo trong lòng người",
		"Ai về bản nhỏ bên sông\n\nNhớ câu dân vận khéo trong lòng người",
	],
	[
		"Markdown",
		"# Kết quả\n\n- **Một**\n\n> Lời dân\n\n![](https://anh.invalid/a.png)",
		"## Kết quả\n\n- **Một**\n\n> Lời dân",
	],
	["a hashtag and a product of numbers", "#danvan 3 * 4 * 5", "#danvan 3 \\* 4 \\* 5"],
])("reads %s", (_, text, markdown) => {
	expect(readClipboardText(text).blocks.map(writeBlock).join("\n\n")).toBe(markdown);
});

test("reads long input in linear time", () => {
	expect(readClipboardText(`[a](${"[a](".repeat(50_000)}`).blocks).toHaveLength(1);
	expect(readClipboardText("a\tb\n- c\n1. d\n".repeat(20_000)).blocks).toHaveLength(60_000);
});
