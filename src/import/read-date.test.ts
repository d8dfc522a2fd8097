import { describe, expect, test } from "vitest";
import { firstDate, isEmptyDate, readDate } from "./read-date.ts";

describe("readDate", () => {
	test.each([
		{ text: "Thứ 5 Ngày 12/07/2018", moment: "2018-07-12" },
		{ text: "Cập nhật: 14:01 | 14/07/2020", moment: "2020-07-14T14:01:00+07:00" },
		{ text: "Ngày cập nhật 11/09/2021", moment: "2021-09-11" },
		{ text: "Thứ 3, 30.06.2020 | 16:45:14", moment: "2020-06-30T16:45:14+07:00" },
		{ text: "Chủ Nhật, 14/4/2024", moment: "2024-04-14" },
		{ text: "CN, 14-4-2024 9h05", moment: "2024-04-14T09:05:00+07:00" },
		{ text: "Thứ Bảy, ngày 2 tháng 3 năm 2019, 7 giờ 30 phút", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "02/03/2019 02:30:00 CH (GMT+7)", moment: "2019-03-02T14:30:00+07:00" },
		{ text: "2019-03-02T00:30:00Z", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "Sat, 02 Mar 2019 00:30:00 +0000", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "1551486600", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "Thứ 7, 02 Tháng Ba 2019 07:30", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "2 tháng Mười Một, 2019", moment: "2019-11-02" },
		{ text: "Bảy, 02/03/2019 - 07:30", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "Sat, 02/03/2019 - 07:30", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "2-3-2019 | 2:30 chiều", moment: "2019-03-02T14:30:00+07:00" },
		{ text: "02/03/19 07:30", moment: "2019-03-02T07:30:00+07:00" },
		{ text: "Đăng lúc: 2019/3/2".normalize("NFD"), moment: "2019-03-02" },
	])("reads “$text”", ({ text, moment }) => {
		expect(readDate(text)).toMatchObject({ moment, isWrongWeekday: false });
	});

	test.each([
		"Sáng 14/7, ban họp ngày 14/07/2020 tại xã",
		"30/02/2020",
		"14/7",
		"Tỷ số 12/10/08",
		"02/03/19",
		"Điện thoại 0203.123.4567",
		"",
	])("does not take “%s” for a date", (text) => {
		expect(readDate(text)).toBeUndefined();
	});

	test.each([
		"0001-01-01T00:00:00",
		"01/01/0001",
		"0000-00-00 00:00:00",
		"00/00/0000",
		"1970-01-01T00:00:00Z",
		"Thứ Năm, 01/01/1970 07:00",
		"Thu, 01 Jan 1970 00:00:00 GMT",
		"1899-12-30",
		"1900-01-01 00:00:00.000",
		"-0001-11-30T00:00:00+00:00",
		"0",
		"",
	])("recognises “%s” as a placeholder", (text) => {
		expect(isEmptyDate(text)).toBe(true);
		expect(readDate(text)).toBeUndefined();
	});

	test("takes the first date that is not a placeholder", () => {
		expect(firstDate(undefined, "0001-01-01T00:00:00", "00:30 12/05/2019")).toBe("00:30 12/05/2019");
		expect(firstDate("chưa rõ", "2019-05-12")).toBe("chưa rõ");
		expect(firstDate("0000-00-00")).toBeUndefined();
	});

	test("reports a weekday that contradicts the date", () => {
		expect(readDate("Thứ 6, 30.06.2020")).toMatchObject({ isWrongWeekday: true });
		expect(readDate("Thứ Ba, 30.06.2020")).toMatchObject({ isWrongWeekday: false });
		expect(readDate("Mon, 30/06/2020")).toMatchObject({ isWrongWeekday: true });
	});

	test("tells whether there was a time", () => {
		expect(readDate("30.06.2020 00:00")?.moment).toBe("2020-06-30T00:00:00+07:00");
		expect(readDate("30.06.2020")?.moment).toBe("2020-06-30");
	});
});
