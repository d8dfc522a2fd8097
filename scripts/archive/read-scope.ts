import type { ArchiveScope } from "../../src/archive/index.ts";
import { scopeOfYear } from "../../src/archive/index.ts";
import type { IsoDay, Slug } from "../../src/model/ids.ts";
import { daysOfMonth } from "../../src/text/index.ts";
import { CommandError } from "../command.ts";

/** The options that say which articles an archive has, and where it is written. */
export interface ScopeOptions {
	readonly year: string | undefined;
	readonly all: boolean;
	readonly from: string | undefined;
	/** A day, a file, or both in any order. */
	readonly to: readonly string[];
	readonly committee: string | undefined;
	readonly province: string | undefined;
}

const dayPattern = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const yearPattern = /^\d{4}$/;
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @throws CommandError with what to write instead */
export function readScope(options: ScopeOptions): { readonly scope: ArchiveScope; readonly output: string } {
	const { year, all, from, to, committee, province } = options;
	const days = to.filter((text) => dayPattern.test(text));
	const files = to.filter((text) => !dayPattern.test(text));
	const [output] = files;
	if (output === undefined)
		throw new CommandError("Chưa có tên tệp ghi ra.", "thêm --to TỆP, như --to kho.zip");
	if (files.length > 1 || days.length > 1)
		throw new CommandError(
			`--to có nhiều hơn một ${files.length > 1 ? "tệp" : "ngày"}: ${to.join(", ")}.`,
			"bỏ bớt",
		);
	const isPeriod = from !== undefined || days.length > 0;
	if ([year !== undefined, all, isPeriod].filter(Boolean).length > 1)
		throw new CommandError(
			"--year, --all và --from, --to NGÀY không dùng cùng nhau được.",
			"chỉ nêu một cách chọn thời gian",
		);
	if (year === undefined && !all && !isPeriod && committee === undefined && province === undefined)
		throw new CommandError("Chưa rõ lấy tin nào.", "thêm --year NĂM, --all, hoặc --from NGÀY --to NGÀY");
	if (year !== undefined && !yearPattern.test(year))
		throw new CommandError(`“${year}” không phải là một năm.`, "viết như --year 2024");
	for (const [name, value] of [
		["--committee", committee],
		["--province", province],
	])
		if (value !== undefined && !slugPattern.test(value))
			throw new CommandError(`“${value}” không phải là mã cho ${name}.`, "viết như ban-dan-van, dong-nai");
	const first = from === undefined ? undefined : firstDay(from);
	const last = days[0] === undefined ? undefined : lastDay(days[0]);
	if (first !== undefined && last !== undefined && first > last)
		throw new CommandError(`Ngày đầu (${first}) sau ngày cuối (${last}).`, "đổi lại --from và --to");
	return {
		output,
		scope: {
			...(year !== undefined && scopeOfYear(year)),
			...(first !== undefined && { from: first }),
			...(last !== undefined && { to: last }),
			...(committee !== undefined && { committee: committee as Slug }),
			...(province !== undefined && { province: province as Slug }),
		},
	};
}

function firstDay(text: string): IsoDay {
	if (!dayPattern.test(text))
		throw new CommandError(`“${text}” không phải là một ngày.`, "viết như --from 2024-01-01");
	return existing(`${text}-01-01`.slice(0, "2024-01-01".length), text);
}

function lastDay(text: string): IsoDay {
	const month = `${text}-12`.slice(0, "2024-12".length);
	const isDay = text.length === "2024-01-01".length;
	return existing(isDay ? text : (daysOfMonth(month).at(-1) ?? text), text);
}

function existing(day: string, written: string): IsoDay {
	const isThere =
		/^\d{4}-(?:0[1-9]|1[0-2])-/.test(day) && (daysOfMonth(day.slice(0, 7)) as string[]).includes(day);
	if (!isThere) throw new CommandError(`Không có ngày “${written}”.`, "viết như 2024-03-31");
	return day as IsoDay;
}
