/**
 * Finds the words that belong together in a line of Vietnamese text, and the pairs of quotation marks. It is pure and
 * takes linear time: the line is read word by word, and every pattern looks at one word.
 */

/** Changes to a line, by the places of its UTF-16 code units; they do not overlap. */
export interface Typography {
	/** Runs of space at which a line must not break; the end is excluded. */
	readonly spaces: readonly (readonly [start: number, end: number])[];
	/** Runs of words that belong together. */
	readonly chains: readonly (readonly [start: number, end: number])[];
	/** Words in which a line must not break, although a browser would break them at a hyphen or slash. */
	readonly wholes: readonly (readonly [start: number, end: number])[];
	/** Straight quotation marks that become an opening or a closing one. */
	readonly quotes: readonly (readonly [start: number, end: number, sign: "“" | "”"])[];
}

/** Longer chains of bound words may break, as a phone's line with large letters holds no more. */
const longestChain = 30;
/** A longer word may break, as it may not fit a line. */
const longestWhole = 28;

const units = new Set([
	...["km", "hm", "m", "dm", "cm", "mm", "km2", "m2", "cm2", "km²", "m²", "cm²", "m3", "m³", "ha", "hecta"],
	...["kg", "g", "mg", "tấn", "tạ", "yến", "lít", "l", "ml", "%", "‰", "°c", "độ", "kw", "mw", "kwh", "mwh"],
	...[
		"kv",
		"v",
		"w",
		"hz",
		"khz",
		"mhz",
		"ghz",
		"kb",
		"mb",
		"gb",
		"tb",
		"đồng",
		"đ",
		"usd",
		"eur",
		"vnd",
		"vnđ",
	],
	...["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "trăm", "chục", "giây", "phút", "giờ", "h", "ngày", "đêm"],
	...[
		"tuần",
		"tháng",
		"quý",
		"năm",
		"tuổi",
		"lần",
		"người",
		"hộ",
		"bài",
		"ảnh",
		"héc-ta",
		"sào",
		"mẫu",
		"công",
		"tiếng",
		"tết",
	],
]);
const magnitudes = new Set(["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn"]);
const currencies = new Set(["đồng", "usd", "eur", "vnd", "vnđ", "đô"]);
/** Words to which a following number belongs. */
const counted = new Set([
	...[
		"ngày",
		"tháng",
		"năm",
		"số",
		"quý",
		"tuần",
		"thứ",
		"mùng",
		"mồng",
		"lúc",
		"giờ",
		"phút",
		"câu",
		"sn",
		"khóa",
		"khoá",
		"kỳ",
		"kì",
		"lần",
	],
	...[
		"điều",
		"khoản",
		"mục",
		"chương",
		"phần",
		"phụ",
		"bảng",
		"hình",
		"trang",
		"tập",
		"lớp",
		"khối",
		"quận",
		"tổ",
	],
	...["ấp", "khu", "phường", "tầng", "phòng", "hạng", "cấp", "đợt", "vòng", "lộ", "km", "hội", "kỷ", "vùng"],
]);
/** The names of months, which have capitals: "tháng ba" may be three months. */
const months = new Set([
	...["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Một", "Chạp"],
]);
const weekdays = new Set(["hai", "ba", "tư", "năm", "sáu", "bảy"]);
/** Short forms before a name: "TP. Huế", "Q. 5", "ThS. Lan". Those of one or two letters need their full stop. */
const titles = new Set([
	...[
		"tp.",
		"tx.",
		"tt.",
		"t.p.",
		"q.",
		"p.",
		"h.",
		"x.",
		"đt.",
		"ql.",
		"ths.",
		"ts.",
		"pgs.",
		"gs.",
		"bs.",
		"ks.",
	],
	...["cn.", "đ/c", "đc.", "nsưt", "nsnd", "tp", "tx", "pgs.ts.", "pgs.ts", "gs.ts", "gs.ts."],
]);
const roman = /^[IVXLC]+$/;
/** Also two of them: "100-200". */
const number = /^\+?\d[\d.,]*(?:[-–]\d[\d.,]*)?$/;
/** Also where a word is glued to it: "ngóng .Thế". */
const closing = /^(?:[,.;:!?%)\]»”…]+$|[,.;:!?…]\p{L})/u;
const dash = /^[–—-]$/;
const opening = /^[([«“]+$/;
const quote = /&quot;|&#34;|"/y;
const openers = /^[([{«“‘–—\-/]$/;
const address = /:\/\/|@|^www\./i;
/** The letters of a code that a stray space parts from its number: "S -400". */
const sign = /^\p{Lu}{1,4}$/u;
/** Codes of several parts: 15/2020/NĐ-CP, 05-NQ/TW, DT.743, GD-ĐT, COVID-19; also 8-10%. */
const code = /^(?=.*[-/])[\p{L}\d.,/&%-]+$/u;
const hasCapitalOrDigit = /[\p{Lu}\d]/u;

/** A word with its position and what its characters show. The rest is computed when it is first needed. */
class Word {
	readonly line: string;
	readonly start: number;
	readonly end: number;
	readonly hasDigit: boolean;
	/** Whether it has a hyphen, a slash or a full stop. */
	readonly hasJoint: boolean;
	#text: string | undefined;
	#bare: string | undefined;
	#key: string | undefined;

	constructor(line: string, start: number, end: number, hasDigit: boolean, hasJoint: boolean) {
		this.line = line;
		this.start = start;
		this.end = end;
		this.hasDigit = hasDigit;
		this.hasJoint = hasJoint;
	}

	get text(): string {
		this.#text ??= this.line.slice(this.start, this.end);
		return this.#text;
	}

	/** Without the punctuation around it. */
	get bare(): string {
		this.#bare ??= withoutPunctuation(this.text);
		return this.#bare;
	}

	/** The same in small letters. */
	get key(): string {
		this.#key ??= this.bare.toLowerCase();
		return this.#key;
	}
}

/** @param line text without markup in which `"` may be written as `&quot;` or `&#34;` */
export function typographyOf(line: string): Typography {
	const spaces: [number, number][] = [];
	const chains: [number, number][] = [];
	const wholes: [number, number][] = [];
	let before: Word | undefined;
	let twoBefore: Word | undefined;
	let chain = 0;
	for (const word of wordsOf(line)) {
		const length = word.end - word.start;
		const isBound =
			before !== undefined &&
			chain + 1 + length <= longestChain &&
			mayBind(twoBefore, before, word) &&
			binds(twoBefore, before, word);
		chain = isBound ? chain + 1 + length : length;
		if (before && isBound) {
			const last = chains.at(-1);
			if (last?.[1] === before.end) last[1] = word.end;
			else chains.push([before.start, word.end]);
		}
		if (before && isBound && dash.test(before.text)) {
			// After a dash a browser breaks the line even at a no-break space, which would then begin the next line.
			wholes.push([before.start, word.end]);
		} else {
			if (before && isBound) spaces.push([before.end, word.start]);
			const whole = word.hasJoint ? wholeIn(word) : undefined;
			if (whole) wholes.push(whole);
		}
		twoBefore = before;
		before = word;
	}
	const quotes = quotesOf(line);
	return { spaces: [...spaces, ...spacesInside(line, quotes, spaces)], chains, wholes, quotes };
}

/** Spaces within pairs of marks, as in " một ": only its pair tells whether a mark that stands alone opens or closes. */
function spacesInside(
	line: string,
	quotes: Typography["quotes"],
	bound: Typography["spaces"],
): [number, number][] {
	if (quotes.length === 0) return [];
	const begins = new Set(bound.map(([start]) => start));
	const ends = new Set(bound.map(([, end]) => end));
	const found: [number, number][] = [];
	for (const [start, end, mark] of quotes) {
		const at = mark === "“" ? end : start - 1;
		if (!isSpace(line.charCodeAt(at)) || begins.has(at) || ends.has(at + 1)) continue;
		found.push([at, at + 1]);
		begins.add(at);
	}
	return found;
}

/** The words of a line. Their characters are examined in the same pass, as this runs for every word of every page. */
function* wordsOf(line: string): Generator<Word> {
	const { length } = line;
	let at = 0;
	while (at < length) {
		if (isSpace(line.charCodeAt(at))) {
			at++;
			continue;
		}
		const start = at;
		let hasDigit = false;
		let hasJoint = false;
		for (; at < length; at++) {
			const unit = line.charCodeAt(at);
			if (isSpace(unit)) break;
			if (unit >= 0x30 && unit <= 0x39) hasDigit = true;
			// Hyphen, full stop and slash are adjacent code units.
			else if (unit >= 0x2d && unit <= 0x2f) hasJoint = true;
		}
		yield new Word(line, start, at, hasDigit, hasJoint);
	}
}

function isSpace(unit: number): boolean {
	return unit === 0x20 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d);
}

/** Whether the characters of the two words still allow that they belong together: a fast check. */
function mayBind(twoBefore: Word | undefined, before: Word, word: Word): boolean {
	if (before.hasDigit || word.hasDigit || before.hasJoint || twoBefore?.hasDigit) return true;
	const first = word.line.charCodeAt(word.start);
	return !isLatin(first) || isRoman(first) || isShortForm(before);
}

/** "TP", "TX", "thứ" and "NSƯT" do not begin with one of these letters, nor do brackets. */
function isShortForm({ line, start, end }: Word): boolean {
	return end - start <= 6 && !/[a-su-zàáâãèéêìíòóôõùúýăĩũơưạ-ỹ]/.test(line[start] ?? "");
}

/** Whether a code unit is a Latin letter; other characters need a closer look. */
function isLatin(unit: number): boolean {
	return (unit | 0x20) >= 0x61 && ((unit | 0x20) <= 0x7a || unit >= 0xc0) && (unit < 0x2000 || unit > 0x206f);
}

function isRoman(unit: number): boolean {
	return unit === 0x49 || unit === 0x56 || unit === 0x58 || unit === 0x4c || unit === 0x43;
}

/** Strips the punctuation around a word, up to a few characters; a longer run is not normal punctuation. */
function withoutPunctuation(text: string): string {
	const spoken = text.includes("&") ? text.replace(/&quot;|&#34;/g, '"') : text;
	return spoken.replace(/^["“”‘’([«]{1,3}/, "").replace(/["“”‘’)\]»,.;:!?…]{1,4}$/, "");
}

function binds(twoBefore: Word | undefined, before: Word, word: Word): boolean {
	if (dash.test(word.text) || closing.test(word.text) || opening.test(before.text)) return true;
	if (/^\(?(?:\+84|0\d{1,3})\)$/.test(before.text)) return /^\d/.test(word.text);
	const endsPart = /[,;:!?)\]»”…]$/.test(before.text);
	if (endsPart) return false;
	if (dash.test(before.text)) return startsRange(twoBefore) && /^\d/.test(word.bare);
	const isNumber = number.test(before.bare) && !before.text.endsWith(".");
	if (isNumber) {
		if (units.has(unit(word.key))) return true;
		// Groups of digits: telephone numbers, and numbers grouped by spaces.
		if (/^\d{2,4}\b/.test(word.bare) && /^[\d+(]/.test(before.text)) return isGroup(before.bare, word.bare);
	}
	if ((isNumber || sign.test(before.bare)) && /^[/-]\d/.test(word.text)) return true;
	if (twoBefore?.key === "quý" && roman.test(before.text)) return /^\d{4}$/.test(word.bare);
	if (counted.has(before.key)) {
		if (/^\d/.test(word.bare) || roman.test(word.bare)) return true;
		if (before.key === "tháng" && months.has(word.bare)) return true;
		if (before.key === "thứ" && weekdays.has(word.key)) return true;
	}
	if (titles.has(before.text.replace(/^["“(]/, "").toLowerCase())) {
		const isShort = before.text.endsWith(".") || /[A-ZĐ/]/.test(before.text.slice(1));
		if (isShort && /^[\p{Lu}\d]/u.test(word.bare)) return true;
	}
	return Boolean(
		twoBefore && magnitudes.has(before.key) && number.test(twoBefore.bare) && currencies.has(unit(word.key)),
	);
}

/** The unit without what follows it in the word: "đồng/kg", "tấn/ha.". */
function unit(key: string): string {
	const end = key.search(/[/.]/);
	return end > 0 ? key.slice(0, end) : key;
}

/** "15 - 9 - 2025", "2016 - 2020", "1,5 - 2", "30% - 40%" */
function startsRange(word: Word | undefined): boolean {
	return word !== undefined && /^[(“"]?\d(?:[\d.,]*\d)?%?$/.test(word.text);
}

/**
 * Whether two numbers are groups of one number: "0251 3822", "4 045", "045 920". A year and the number after it are
 * not.
 */
function isGroup(one: string, other: string): boolean {
	if (/^(?:0|\+?84)\d*$/.test(one) && one.length >= 2) return true;
	if (/^\d{3}\b/.test(other) && /^\d{1,3}$/.test(one)) return true;
	return /^\d{3,4}$/.test(one) && /^\d{2,4}$/.test(other) && !/^(?:19|20)\d\d$/.test(one);
}

/** The range in a word in which a line must not break; undefined if there is none. */
function wholeIn({ start, text, bare }: Word): [number, number] | undefined {
	if (bare.length > longestWhole || bare.length < 3 || bare.includes("&q")) return undefined;
	if (address.test(text) || !code.test(bare.replaceAll("&amp;", "&"))) return undefined;
	// Browsers break at any hyphen, and at a slash before letters.
	const breaks = /[-/]\p{L}|-\d/u.test(bare);
	if (!breaks || !(hasCapitalOrDigit.test(bare) || bare.length <= 10)) return undefined;
	// A word of small letters and hyphens may break at its hyphens.
	if (!bare.includes("/") && !/[\p{Lu}\d]/u.test(bare.replace(/^\p{Lu}/u, ""))) return undefined;
	const from = text.indexOf(bare);
	return from === -1 ? undefined : [start + from, start + from + bare.length];
}

/** Pairs of straight marks, and straight marks whose partner is already curved. A mark without a partner stays. */
function quotesOf(line: string): [number, number, "“" | "”"][] {
	const found: [number, number, "“" | "”"][] = [];
	let open: { readonly start: number; readonly end: number } | "curved" | undefined;
	const signs = /[“”"&]/g;
	for (let match = signs.exec(line); match; match = signs.exec(line)) {
		const [sign] = match;
		const at = match.index;
		if (sign === "“") open = "curved";
		else if (sign === "”") {
			if (typeof open === "object") found.push([open.start, open.end, "“"]);
			open = undefined;
		} else if (sign === '"' || sign === "&") {
			quote.lastIndex = at;
			const mark = quote.exec(line)?.[0];
			if (!mark) continue;
			const end = at + mark.length;
			const last = line[at - 1];
			const next = line[end];
			const opens = last === undefined || /[\s\u00a0]/.test(last) || openers.test(last);
			const closes = next === undefined || !/[\p{L}\p{N}]/u.test(next);
			if (open === undefined && opens && next !== undefined) open = { start: at, end };
			else if (open !== undefined && closes) {
				if (typeof open === "object") found.push([open.start, open.end, "“"]);
				found.push([at, end, "”"]);
				open = undefined;
			}
			signs.lastIndex = end;
		}
	}
	return found.sort(([one], [other]) => one - other);
}
