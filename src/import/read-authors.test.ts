import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAuthors } from "./read-authors.ts";

/** The parts of a by-line in one text: authors, "@" and the office, "<" and sources, "+" and credits. */
function read(line: string): string {
	const { authors, organisation, sources, credits } = readAuthors([line]);
	return [
		authors.join(" | "),
		organisation && `@ ${organisation}`,
		sources.length > 0 && `< ${sources.map(({ name }) => name).join(" | ")}`,
		credits.length > 0 && `+ ${credits.join(" | ")}`,
	]
		.filter(Boolean)
		.join(" ");
}

describe("readAuthors", () => {
	test.each([
		["Lê Thị Bưởi", "Lê Thị Bưởi"],
		["Ban Biên tập", "Ban Biên tập"],
		["PV", "PV"],
		["M.T", "M.T"],
	])("leaves %s alone", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["Tin, ảnh: Hồ Bắc", "Hồ Bắc"],
		["Tin - ảnh - clip: Hồ Bắc", "Hồ Bắc"],
		["Bài và ảnh: HỒ BẮC", "Hồ Bắc"],
		["Thực hiện: Hồ Bắc", "Hồ Bắc"],
		["Bài: Hồ Bắc; đồ họa: Mai Lan", "Hồ Bắc + đồ họa: Mai Lan"],
		["Hồ Bắc - Ảnh: Mai Lan - Clip: Lê Dân", "Hồ Bắc + Ảnh: Mai Lan | Clip: Lê Dân"],
		["Hồ Bắc. Ảnh: Facebook NV", "Hồ Bắc + Ảnh: Facebook NV"],
		["HỒ BẮC/ DESIGN: MAI LAN", "Hồ Bắc + DESIGN: MAI LAN"],
	])("takes roles off: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["Ảnh: Hồ Bắc", "Hồ Bắc"],
		["Ảnh:Hồ Bắc, Mai Lan", "Hồ Bắc | Mai Lan"],
	])("lets photographers sign where nobody else does: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["Thanh Hà - Minh Tâm", "Thanh Hà | Minh Tâm"],
		["PHẠM KIÊN – PHÚ SƠN", "Phạm Kiên | Phú Sơn"],
		["Minh Nguyệt-Minh Mẫn-Đinh Tài", "Minh Nguyệt | Minh Mẫn | Đinh Tài"],
		["Hồ Bắc, Mai Lan và Lê Dân", "Hồ Bắc | Mai Lan | Lê Dân"],
		["Hồ Bắc; Mai Lan", "Hồ Bắc | Mai Lan"],
		["G.Nam - N.Huỳnh", "G.Nam | N.Huỳnh"],
		["N Tú- M Chi", "N Tú | M Chi"],
		["Bảo Mây - Đoàn Lúa", "Bảo Mây | Đoàn Lúa"],
	])("divides a list of people: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		"Ban Tuyên giáo - Dân vận",
		"BAN TUYÊN GIÁO - DÂN VẬN",
		"Văn phòng – Ban Dân vận",
		"Báo và Đài tỉnh",
		"Jean-Paul Sartre",
		"Quảng Nam - Đà Nẵng",
		"Bắc Ninh, Bắc Giang",
		"Tuyên Giáo - Dân Vận",
		"GIÁP LÚA, PHÓ GIÁM ĐỐC",
		"Nhóm phóng viên",
	])("does not divide %s", (line) => {
		expect(read(line)).toBe(line);
	});

	test.each([
		["Hồ Bắc (Theo Reuters)", "Hồ Bắc < Reuters"],
		["Hồ Bắc(theoThai Rath)", "Hồ Bắc < Thai Rath"],
		["Theo Hồ Bắc (Báo A)", "Hồ Bắc < Báo A"],
		["Theo Hồ Bắc (T/h) (Đời sống)", "Hồ Bắc < Đời sống"],
		["Hồ Bắc (Daily Star)", "Hồ Bắc < Daily Star"],
		["THEO TTXVN", "< TTXVN"],
		["(Nguồn: SCMP)", "< SCMP"],
		["Nguồn: Báo Nhân Dân", "< Báo Nhân Dân"],
		["Hồ Bắc/TTXVN", "Hồ Bắc < TTXVN"],
		["PV/VOV-TP.HCM", "PV < VOV-TP.HCM"],
		["Hồ Bắc/VOV.VN (Tổng hợp)", "Hồ Bắc < VOV.VN"],
	])("finds the source: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["Hồ Bắc (Trung tâm Văn hóa huyện)", "Hồ Bắc @ Trung tâm Văn hóa huyện"],
		["Hồ Bắc (giáo viên, Trường THPT Xã Minh)", "Hồ Bắc @ giáo viên, Trường THPT Xã Minh"],
		["Hồ Bắc, Mai Lan (Đài huyện)", "Hồ Bắc | Mai Lan + Đài huyện"],
		["Hồ Bắc (từ Tân Lập)", "Hồ Bắc + Hồ Bắc (từ Tân Lập)"],
	])("knows an office or a place from a source: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["Ban Thời sự-Thứ ba, ngày 12/07/2022 14:53 GMT+7", "Ban Thời sự"],
		["Hồ Bắc - 12/07/2022", "Hồ Bắc"],
		["PV (t/h)-Chủ nhật, ngày 24/07/2022 20:23 GMT+7", "PV"],
		["HỒ BẮC.", "Hồ Bắc"],
		["THIÊN NGA GHI", "Thiên Nga"],
		["Hồ Bắc tổng hợp", "Hồ Bắc"],
		["Câu 4:", "+ Câu 4:"],
	])("drops what is no name: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test.each([
		["PGS.TS CHU CẨM THƠ", "PGS.TS Chu Cẩm Thơ"],
		["BS LÊ THỊ BƯỞI", "BS Lê Thị Bưởi"],
		["H.DƯ - N.KHÔI", "H.Dư | N.Khôi"],
		["BAN BIÊN TẬP", "BAN BIÊN TẬP"],
		["TTXVN", "TTXVN"],
	])("writes names in capitals with small letters: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test("loses no word of a line but times, roles of writers and how it was made", () => {
		const word = fc.constantFrom(
			"Hồ Bắc",
			"Mai Lan",
			"Reuters",
			"Ảnh:",
			"Báo Xã",
			"(",
			")",
			"-",
			",",
			"/",
			"và",
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 12 }), (words) => {
				const line = words.join(" ");
				const found = read(line);
				for (const name of ["Hồ Bắc", "Mai Lan", "Reuters", "Báo Xã"])
					expect(found.includes(name)).toBe(line.includes(name));
			}),
			{ numRuns: 300 },
		);
	});
});
