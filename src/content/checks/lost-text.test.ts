import { describe, expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../../test/support/content-folder.ts";
import { asIsoDateTime } from "../../model/ids.ts";
import { formatProblems, formatWarnings, readPortal } from "../index.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const file = "articles/2026/11/20-hoi-nghi.md";

async function read(body: string, lines: readonly string[] = []) {
	const directory = writeContentFolder({ ...soundFolder, [file]: articleText(lines, body) });
	const { problems, warnings } = await readPortal({ directory, now });
	return { problems, warnings, told: formatProblems(problems), warned: formatWarnings(warnings) };
}

describe("text that readers would not see as intended", () => {
	test.each([
		{
			name: "a picture whose name has a space",
			body: 'A\n\n![Ảnh](22-x/ảnh 1.jpg "Chú thích")',
			line: 8,
			told: '![Ảnh](<22-x/ảnh 1.jpg> "Chú thích")',
		},
		{
			name: "quotation marks in a title",
			body: '![Ảnh](22-x/a.jpg "Ông "An" nói")',
			line: 6,
			told: '![Ảnh](22-x/a.jpg "Ông \\"An\\" nói")',
		},
		{ name: "an open parenthesis", body: "![Ảnh](anh(1.jpg)", line: 6, told: "![Ảnh](<anh(1.jpg>)" },
		{ name: "a link with a space", body: "Xem [bài](/tin cu.html).", line: 6, told: "[bài](</tin cu.html>)" },
		{
			name: "a link that does not end",
			body: "Xem [bài](/tin",
			line: 6,
			told: "nguyên dấu Markdown: [bài](/tin",
		},
		{ name: "a link in a cell", body: "| a |\n|---|\n| [b](c d) |", line: 8, told: "[b](<c d>)" },
		{ name: "a definition in an item", body: "- [Nguồn]: TTXVN", line: 6, told: "**Nguồn:** …" },
		{ name: "a comment of other programs", body: "[//]: # (ghi chú)", line: 6, told: "xóa dòng này" },
		{ name: "a footnote without its colon", body: "A[^1]\n\n[^1] B", line: 8, told: "“[^1]: …”" },
		{ name: "a definition that nobody uses", body: "A\n\n[Nguồn]: TTXVN", line: 8, told: "**Nguồn:** …" },
		{ name: "a footnote that nobody calls", body: "A\n\n[^1]: B", line: 8, told: "[^1] không hiện ra" },
		{
			name: "a second footnote of a name",
			body: "A[^1]\n\n[^1]: B\n\n[^1]: C",
			line: 10,
			told: "hai chú thích [^1]",
		},
		{ name: "a footnote whose name has a space", body: "A[^ghi chú]", line: 6, told: "[^ghi chú]" },
		{ name: "a picture with a size", body: "![a](/a.jpg =9x9)", line: 6, told: "viết ![a](/a.jpg)." },
		{ name: "quotations too deep", body: `A\n\n${">".repeat(100)} B`, line: 8, told: "quá nhiều tầng" },
		{
			name: "items too deep",
			body: Array.from({ length: 50 }, (_, depth) => `${"\t".repeat(depth)}- a`).join("\n"),
			line: 55,
			told: "quá nhiều tầng",
		},
		{ name: "a footnote that is not there", body: "A[^2]\n", line: 6, told: "không có chú thích ấy" },
		{
			name: "a cell too many",
			body: "| a | b |\n|---|---|\n| c | d | e |",
			line: 8,
			told: "3 ô mà bảng chỉ có 2 cột",
		},
		{
			name: "a heading that is not there",
			body: "## Một\n\n[a](#muc-hai)",
			line: 8,
			told: "không có mục #muc-hai",
		},
	])("names $name", async ({ body, line, told }) => {
		const { problems, told: text } = await read(body);
		expect(problems.map((problem) => problem.line)).toContain(line);
		expect(text).toContain(told);
	});

	test.each([
		["Xem [bài][1].\n\n[1]: /2026/11/20/hoi-nghi.html"],
		["A[^1]\n\n[^1]: B"],
		["A[^1]\n\n  [^1]: B"],
		["| a \\| b | c |\n|---|---|\n| d | e \\| f |"],
		["## Một\n\n## Một\n\n[a](#muc-mot) [b](#muc-mot-2) [c](#)"],
		["Viết \\](a b) và `](c d)`\n\n```\n[Nguồn]: x\n[a](b c)\n```"],
		["**Một** hai **“ba”** bốn (**) và 2 ** 3"],
		["– Một\n\n– Hai\\\n– Ba\n- Bốn\n\n```\nA\n– B\n```"],
		["“TÊN XÃ”, 30°C ± 2, 5 × 3, «XÃ», Đặng Thái Mai®, Châu Âu"],
		["!!! Khẩn: tăng 5%% rồi 6%, {ba}: [!] và `{{ x }}`"],
	])("finds nothing in %j", async (body) => {
		const { told, warned } = await read(body);
		expect({ told, warned }).toEqual({ told: "Không có vấn đề nào.\n", warned: "" });
	});

	test.each([
		["**Ghi chú:**Nội dung", "**Ghi chú:** "],
		["Ông **“abc”**đã nói", "**“abc”** "],
	])("warns of the stars in %s", async (body, corrected) => {
		const { problems, warned } = await read(body);
		expect(problems).toEqual([]);
		expect(warned).toContain(`content/${file}:6 · body: bạn đọc sẽ thấy dấu sao`);
		expect(warned).toContain(corrected);
	});

	test.each([
		["Các ý:\n– Một\n– Hai", "dính vào dòng trên, vì giữa hai dòng không có dòng trống: – Một"],
		["— Anh đi đâu?\n— Ra đồng.", "— Ra đồng."],
		["a) Một\nb) Hai", ": b) Hai"],
		["• Một\n• Hai", ": • Hai"],
		["I. Một\nII. Hai", ": II. Hai"],
		["TÃ¬nh hÃ¬nh cá»§a tá»‰nh", "có lẽ là “Tình hình của tỉnh”"],
		["Một\n\nTá»‰nh á»§y há»p", "UTF-8 giải mã nhầm"],
		["T×nh h×nh s¶n xuÊt cña tØnh", "TCVN3"],
		["Tình hình ở xã.\n\nNhaân daân xaõ Taân Laäp ñang thu hoaïch", "VNI"],
		["** abc**", "dấu sao: ** abc**"],
		["Ông **abc **đã nói", "“**abc** ”"],
		["***Ghi chú:***Nội dung", "***Ghi chú:*** "],
		["__Ghi chú:__Nội dung", "dấu gạch dưới"],
		["Sân 20*30*2 m", "dấu sao giữa các số biến mất: 20*30*2"],
		["Một\n\n##Mục hai", "nguyên dấu #: ##Mục hai"],
		["Một\n\n####### Mục", "nguyên dấu #: ####### Mục"],
		["|a|b|\n|-|\n|1|2|", "bảng không thành bảng"],
		["|a|b|c|\n|---|---|\n|1|2|3|", "bảng không thành bảng"],
		["Xem [bài] (/tin-moi/) này", "bỏ khoảng trắng giữa ] và ("],
		["Xem (bài)[https://example.vn/a]", "chữ trong ngoặc vuông"],
		["Xem [[Hội nghị]]", "[[Hội nghị]]"],
		["![[anh.jpg]]", "nguyên dấu [[ ]]"],
		["Xem [](https://example.vn)", "không có chữ nào"],
		["Hội nghị đã bế mạc.\n---\nSau đó", "đoạn văn thành đề mục"],
		["---\ntitle: Hai\n---\n\nMột", "phần đầu tệp thứ hai"],
		['{{< figure src="a.jpg" >}}', "mã của phần mềm khác"],
		["{{% notice %}}\nMột\n{{% /notice %}}", "{{% notice %}}"],
		["Một {% include x.html %} hai", "{% include x.html %}"],
		["::: tip\nMột\n:::", "dấu hai chấm: ::: tip"],
		["Một ==hai ba== bốn", "dấu bằng: ==hai ba=="],
		["## Mục {#muc .lop}", "{#muc .lop}"],
		['Một [caption id="a" width="9"]ảnh[/caption]', "mã của phần mềm khác: [/caption]"],
		["[b]đậm[/b]", "[/b]"],
		["![Ảnh] (20-hoi-nghi/a.jpg)", "bỏ khoảng trắng giữa ] và ("],
		["![Ảnh][anh-1] và [Nguồn][]", "liên kết không thành liên kết, vì"],
		["** Ghi chú ** của Ban", "để dấu sao sát chữ"],
		["Một\n\n```\nhai", "không có dòng đóng"],
		["2026. Năm nay\n\n1986. Năm ấy", "1986. → 2027."],
		["1. Một\n\n   5. Hai\n   8. Ba\n2. Bốn", "8. → 6."],
		["1) Một\n1) Hai\n4) Ba", "4) → 3)"],
		[">100 người dự", "biến mất, và đoạn thành trích dẫn: >100 người dự"],
		["**Một\n\nhai**", "chỗ mở hoặc chỗ đóng"],
		["Ông nói: **chưa xong", "**chưa xong"],
		["H\uFFFDi nghị", "U+FFFD"],
		["\uF0B7 Một", "U+F0B7"],
		["##\n\nMột", "đề mục không có chữ nào"],
		["Một {{ page.title }} hai", "mã của phần mềm khác: {{ page.title }}"],
		["{: .lop}\nMột", "{: .lop}"],
		["> [!NOTE]\n> Một", "[!NOTE]"],
		['!!! warning "Một"', "!!! warning"],
		["[[toc]]\n\nMột", "mã của phần mềm khác: [[toc]]"],
		["Một %%xem lại%% hai", "%%xem lại%%"],
		["Một^[Hai ba] bốn", "viết [^1] ở chỗ này"],
		["Ho^.i nghi.", "có lẽ là “Hội"],
		["DDa(.c bie^.t", "VIQR"],
		["T?nh h?nh", "thay bằng dấu hỏi: “T?nh”"],
		["H?I NGH? T?NG K?T", "thay bằng dấu hỏi"],
		["Đại hội đồng Vi?t Nam", "“Vi?t”"],
		["Xem Vi%E1%BB%87t", "viết “Việt”"],
		["H=E1=BB=99i", "viết “Hội”"],
		["H\\u1ed9i", "viết “Hội”"],
		["𝗛𝗼̣̂𝗶 𝗻𝗴𝗵𝗶̣".normalize("NFC"), "gõ lại bằng chữ thường: “Hội nghị”"],
		["| a | b |\n| 1 | 2 |", "thêm hàng gạch"],
		["|a|b|\n|—|—|\n|1|2|", "thêm hàng gạch"],
		["Xã\tHộ\nTân Lập\t12", "các ô dính liền nhau: Xã Hộ"],
		["［bài］（/tin-moi/）", "ngoặc rộng"],
		["[bài]（/tin-moi/）", "ngoặc rộng"],
		["!(Ảnh)[a.jpg]", "chữ trong ngoặc vuông"],
		["Xem [bài]/tin-moi/)", "chữ trong ngoặc vuông"],
		["*[UBND]: Ủy ban nhân dân", "giải nghĩa chữ viết tắt"],
		["H~2~O và 5 m^2", "như m², m³"],
		["##\u00a0Mục", "không thành đề mục"],
		["-\u00a0Một\n-\u00a0Hai", "dính vào dòng trên"],
		["**Một*", "hai đầu không bằng nhau: *Một"],
		["*Một**", "hai đầu không bằng nhau: Một*"],
		["**Một****hai**", "không bằng nhau"],
		["_Ghi chú:_Nội dung", "dấu gạch dưới: _Ghi chú:_"],
		['*"Một"*hai', 'dấu sao: *"Một"*'],
		["Xem [ ](https://example.vn)", "không có chữ nào"],
		["Một\n-", "đoạn văn thành đề mục"],
		["Một\n=======\nHai", "đoạn văn thành đề mục"],
		["Một[^1]\n\n[^1]:\n", "chú thích [^1] không có chữ nào"],
	])("warns of %j", async (body, warning) => {
		const { problems, warned } = await read(body);
		expect(problems).toEqual([]);
		expect(warned).toContain(`content/${file}:`);
		expect(warned).toContain(warning);
	});

	test("names the line of text in a wrong encoding, also where it has character references", async () => {
		const { warnings } = await read("Một\n\nTá»‰nh á»§y &ndash; há»p\n\nHai");
		expect(warnings).toMatchObject([{ line: 8, message: expect.stringContaining("sai mã") }]);
	});

	test("finds nothing in ordinary texts", async () => {
		const { told, warned } = await read(
			[
				"**Một** và *hai*, snake_case_name, 2 * 3, #hashtag, a__b",
				"Mục\n---",
				"| a | b |\n| --- | --- |\n| c | d |",
				"[a](https://example.vn/x_(y)) (b)[c] [d] (e)",
				"**Một\nhai**\n\n- **ba**: bốn\n- **năm:** sáu",
				"1. Một\n1. Hai\n1. Ba",
				"7) Bảy\n8) Tám\n\n```\nmã\n```\n\n> 100 người\n\nTheo [1][2] và [a][b], [c]",
				"a == b, x ===== y, 2**3, ::, {a} {{b}}, \\*\\*chữ",
				"Ai?Vì sao?Thế nào? x?y (a?b:c) a^2+b^2, C++, o.k. Xem /tim-kiem/?q=Vi%E1%BB%87t, “Có hay không?”",
				"*Một* và **hai** (*), ba*, | một ô | _chữ_, tên_tệp.",
				"Ông Nguyễn Văn A\tTrưởng Ban",
			].join("\n\n"),
		);
		expect({ told, warned }).toEqual({ told: "Không có vấn đề nào.\n", warned: "" });
	});

	test("warns of captions that are not shown, and only of those", async () => {
		const files = { ...soundFolder, "media/a.jpg": "" };
		const picture = '![Ảnh](/media/a.jpg "Bên suối | An")';
		const body = `${picture}\n${picture}\n\n- ${picture}\n\nChữ\n${picture}\n\n| ![Ảnh](/media/a.jpg "Trong ô") | b |\n| --- | --- |`;
		const directory = writeContentFolder({ ...files, [file]: articleText([], body) });
		const { warnings } = await readPortal({ directory, now });
		expect(warnings.map(({ line, message }) => [line, message])).toEqual([
			[12, expect.stringContaining("Bên suối | An")],
			[14, expect.stringContaining("Trong ô")],
		]);
	});

	test("also names the other problems of a file with conflict markers", async () => {
		const body = "<<<<<<< HEAD\nA\n||||||| goc\nX\n=======\nB\n>>>>>>> nhanh\n\n![Ảnh](a b.jpg)";
		const { problems } = await read(body, ["author: khong-co", "tagz: a"]);
		expect(problems.map(({ line, field }) => [line, field])).toEqual([
			[4, "author[0]"],
			[5, "tagz"],
			[7, undefined],
			[15, "body"],
		]);
	});

	test.each([
		{ name: "in a body", text: articleText([], "A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> nhanh"), line: 7 },
		{
			name: "that are indented",
			text: articleText([], "A\n  <<<<<<< HEAD\n  B\n  =======\n  >>>>>>> x"),
			line: 7,
		},
		{ name: "in front matter", text: articleText(["<<<<<<< HEAD", "tags: [a]"]), line: 5 },
	])("names conflict markers $name", async ({ text, line }) => {
		const directory = writeContentFolder({ ...soundFolder, [file]: text });
		const { problems } = await readPortal({ directory, now });
		expect(problems).toEqual([
			expect.objectContaining({ file, line, message: expect.stringContaining("xung đột") }),
		]);
	});

	test("names text that YAML reads as a comment", async () => {
		const { problems } = await read("A", [
			"title: Kết luận #30 của Ban",
			"tags:",
			"  - Đợt #2",
			"draft: false # chưa",
		]);
		expect(problems).toMatchObject([
			{ line: 4, field: "title", remedy: expect.stringContaining('"Kết luận #30 của Ban"') },
			{ line: 6, field: "tags[0]" },
		]);
	});

	test("names a value that YAML reads as nothing but a comment", async () => {
		const { told } = await read("A", [
			...["title: #30 năm", "summary: # để sau", "tags:", "  - Bão", "  - #dânvận", "  - # chưa"],
		]);
		expect(told).toContain('để cả giá trị trong dấu ngoặc kép: "#30 năm"');
		expect(told).toContain('trong dấu ngoặc kép: "#dânvận"');
		expect(told).not.toMatch(/để sau|chưa/);
	});
});
