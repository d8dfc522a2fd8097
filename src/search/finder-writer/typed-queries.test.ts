/** What readers type and what they mean: an index of invented articles, searched like by the search page. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FinderDocument } from "../finder/document.ts";
import type { FinderAnswer, FinderQuery } from "../finder/finder.ts";
import { openFinder } from "../finder/open-finder.ts";
import { loadSecondLook } from "../finder/second-look.ts";
import { rewritings } from "../rewritings.ts";
import { writeIndex } from "./write-index.ts";

const directory = mkdtempSync(join(tmpdir(), "typed-queries-"));
afterAll(() => rmSync(directory, { recursive: true }));

function article(number: number, title: string, text: string): FinderDocument {
	const day = `${2015 + (number % 10)}-0${1 + (number % 9)}-1${number % 9}`;
	const date = `${day}T08:00:00+07:00`;
	return { address: `/${number}.html`, title, date, lead: "", text, names: [] };
}

function inEnglish(number: number, title: string, text: string): FinderDocument {
	return { ...article(number, title, text), isEnglish: true };
}

const everyday = [
	"Bà con trong thôn cùng nhau dọn dẹp đường làng, trồng thêm hàng cây trước ngõ.",
	"Lớp học buổi tối có thêm hai mươi học viên, vợ chồng nào cũng chăm chỉ đến lớp.",
	"Đội bóng của xã chiều nay đá giao hữu, khán giả đến xem rất đông trận bóng đá trước World Cup.",
	"Giá gạo ở chợ phiên giữ nguyên, hạt gạo mới thơm và dẻo hơn mọi năm.",
	"Người lao động được khám mắt tại trạm; chị em hỏi thăm nhau chuyện nhà.",
	"Đoàn xuất khẩu lao động của xã về nước đón Tết, kể chuyện làm ăn xa quê.",
	"Tranh chấp ranh giới giữa hai nhà được tổ hòa giải phân xử thấu tình đạt lý.",
	"Nông nghiệp của xã vươn lên nhờ giống mới; bác nông dân nào cũng phấn khởi.",
	"Bài hát mới được mọi người tập trong hội trường, sáng sủa và vui vẻ.",
];

const sought = {
	committee: ["Hội nghị của Ban Chấp hành Trung ương", "Các đại biểu bàn về công tác xây dựng Đảng."],
	short: ["Tin vắn đầu tuần", "Đoàn công tác của Ban Dân vận TW đến thăm bà con."],
	dotted: ["Đón khách quý", "Ban Kinh tế T.Ư làm việc với lãnh đạo tỉnh nhà."],
	capitals: ["Chuyện bên lề", "Văn phòng TƯ Đảng gửi lẵng hoa chúc mừng."],
	dakLak: ["Cà phê Đắk Lắk vào vụ", "Nương rẫy đỏ hạt."],
	oldDakLak: ["Ký ức một chuyến đi", "Năm ấy xe chạy từ Đắc Lắc xuống biển mất hai ngày."],
	bacKan: ["Hồng không hạt Bắc Kạn", "Quả giòn và ngọt."],
	bacCan: ["Đường lên Bắc Cạn", "Con đèo cũ nay đã rộng."],
	dakNong: ["Thác nước ở Đắk Nông", "Nước đổ trắng xóa."],
	giaLai: ["Hồ trên núi Gia Lai", "Mặt hồ xanh thẳm."],
	again: ["Lớp tập huấn", "Cần đánh giá lại cách dạy cho phù hợp."],
	baRia: ["Bãi biển Bà Rịa - Vũng Tàu", "Sóng êm, cát mịn."],
	disease: ["Tiêm phòng dịch Covid-19", "Trạm y tế mở cửa cả ngày nghỉ."],
	conclusion: ["Học tập văn bản mới", "Thực hiện Kết luận số 24-KL/TW về công tác thanh niên."],
	resolution: ["Nghị quyết số 05-NQ/TU đi vào cuộc sống", "Nhiều tuyến phố sạch hơn."],
	directive: ["Quán triệt văn bản", "Chỉ thị số 43-CT/TW được phổ biến tới từng chi bộ."],
	circular: ["Cách tính mới", "Theo Thông tư 22/2021/TT-BTC, hộ nghèo không phải nộp."],
	letter: ["Trả lời cử tri", "Thông báo số 112/TB-UBND nêu rõ thời hạn."],
	thousands: ["Hỗ trợ cây giống", "Cả huyện có 4.200 hộ được nhận."],
	holiday: ["Mừng Quốc khánh 2/9", "Phố phường rợp cờ."],
	model: ["Mô hình dân vận khéo", "Góp công làm cầu qua suối."],
	meeting: ["Hội nghị cấp xã", "Mọi người góp ý sôi nổi."],
	caoBang: ["Suối ở Cao Bằng", "Nước trong nhìn thấy đáy."],
	gym: ["Giải chạy canada mở rộng", "Có khách từ xa đến."],
	city: ["Chợ hoa ở Thành phố Hồ Chí Minh", "Người mua tấp nập."],
	shortCity: ["Chuyến tàu về TP.HCM", "Ga đông khách."],
	council: ["Hội đồng nhân dân xã họp bàn", "Kỳ họp giữa năm."],
	shortCouncil: ["HĐND phường chất vấn", "Cử tri theo dõi."],
	front: ["Mặt trận Tổ quốc thăm hộ nghèo", "Quà tận tay."],
	shortFront: ["MTTQ xã vận động xây nhà", "Nhà mới khang trang."],
	education: ["Ngành giáo dục và đào tạo mở lớp", "Thầy cô phấn khởi."],
	shortEducation: ["Phòng GD&ĐT trao học bổng", "Học trò nghèo vượt khó."],
	delta: ["Lúa trên đồng bằng sông Cửu Long", "Được mùa."],
	shortDelta: ["Nước lũ về ĐBSCL", "Phù sa bồi đắp."],
	hue: ["Ca trên sông ở Thừa Thiên Huế", "Trăng sáng."],
	quangNgai: ["Biển Quảng Ngãi ngày hè", "Sóng to."],
	laoCai: ["Sương sớm Lào Cai", "Mây phủ núi."],
	reunion: ["Ngày hội ngộ của lớp cũ", "Ai cũng xúc động."],
	misspelt: ["Thư bạn đọc", "Nhà lông dân nào cũng mong được mùa."],
	stir: ["Tiếng trống đầu xuân", "Cả xóm náo động đến khuya."],
	economy: ["Nhìn lại nửa năm", "Tình hình kinh tế - xã hội của xã có nhiều chuyển biến."],
	shortEconomy: ["Giao ban quý hai", "Báo cáo KT-XH được thông qua."],
	police: ["Đội cảnh sát giao thông giúp dân", "Xe được đẩy qua chỗ ngập."],
	shortPolice: ["CSGT ra quân", "Nhắc nhở là chính."],
	river: ["Thuyền trên sông Mê Công", "Bến vắng."],
	foreignRiver: ["Dòng Mekong mùa cạn", "Bãi bồi lộ ra."],
	shot: ["Tiêm vaccine cho trẻ", "Không có phản ứng nặng."],
	secondShot: ["Chuyến xe chở vắc-xin", "Đi suốt đêm."],
	site: ["Trang mạng của trẻ", "Ghé bongda xem lịch."],
	hotline: ["Đường dây nóng", "Xin gọi 0912 345 678 cả ngày lẫn đêm."],
	landline: ["Tổng đài mới", "Máy bàn (0260) 3.862.111 có người trực."],
	amount: ["Quỹ vì người nghèo", "Mỗi suất quà trị giá 500.000 đồng."],
	day: ["Nhớ một ngày mưa", "Hôm ấy là 22/10/2013, nước lên nhanh."],
	stream: ["Bán hàng qua livestream", "Khách chốt đơn liên tục."],
	industry: ["Bàn chuyện đường dài", "Công nghiệp hóa, hiện đại hóa nông thôn."],
	shortIndustry: ["Chuyện đường gần", "Sự nghiệp CNH, HĐH ở vùng cao."],
	hospital: ["Thêm giường bệnh", "Bệnh viện huyện vừa được sửa."],
	shortHospital: ["Ca trực đêm", "BV huyện sáng đèn."],
	leather: ["Khăn da đen xem lạ", "Hàng thủ công."],
	apart: ["Mô hình trường học vui", "Trống trường điểm, học trò vào lớp."],
	together: ["Trường học vui ở bản", "Cô trò cùng hát."],
	widened: ["Phòng đọc sách Œuvre", "Giờ mở cửa thay đổi."],
} as const satisfies Record<string, readonly [title: string, text: string]>;

const articles = [
	...Array.from({ length: 180 }, (_, number) =>
		article(
			number,
			`Chuyện thường ngày ở thôn ${number}`,
			`${everyday[number % 9]} ${everyday[(number + 4) % 9]}`,
		),
	),
	...Object.values(sought).map(([title, text], number) => article(1000 + number, title, text)),
	// The newest month has one spelling of the word alone, an older one another.
	{ ...article(2000, "Hội chọi trâu đầu xuân", "Trâu nào cũng khỏe."), date: "2025-02-05T08:00:00+07:00" },
	// In English, two with words that a Vietnamese article has too.
	inEnglish(2002, "Farmers plant rice on terraces", "A city of the north sends buses."),
	inEnglish(2003, "New rice for old terraces", "One farmer of Hòa Bình tried it first."),
	article(2004, "Gạo Terraces Rice", "Bà con ghi tên giống là New Farmer."),
	article(2001, "Cơi trầu ngày cưới", "Lá xanh."),
].sort((a, b) => (a.date < b.date ? -1 : 1));

beforeAll(async () => {
	const of = (covers: (date: string) => boolean) => articles.filter(({ date }) => covers(date));
	await writeIndex(of, articles.at(-1)?.date ?? "", directory, rewritings);
});

async function ask(text: string, how: Pick<FinderQuery, "isEnglish"> = {}): Promise<FinderAnswer> {
	const finder = openFinder({ loadSecondLook, read: async (path) => readFileSync(join(directory, path)) });
	const answer = await finder.find({ text, filters: {}, byDate: false, page: 1, ...how });
	expect(answer.failures).toBe(0);
	return answer;
}

type Sought = keyof typeof sought;

async function found(text: string): Promise<string[]> {
	return (await ask(text)).hits.map(({ title }) => title);
}

const titlesOf = (names: readonly Sought[]) => names.map((name) => sought[name][0]).sort();

describe("all spellings of a term find the same articles, and no others", () => {
	const central: Sought[] = ["committee", "short", "dotted", "capitals", "conclusion", "directive"];
	test.each<[readonly string[], readonly Sought[]]>([
		[["TW", "tw", "T.Ư", "TƯ", "T.W", "trung ương", "Trung Ương", "trung uong", "TRUNG ƯƠNG"], central],
		[
			["Đắk Lắk", "Đắc Lắc", "Daklak", "daklak", "dak lak", "ĐắkLắk", "Đăk Lăk", "DAKLAK"],
			["dakLak", "oldDakLak"],
		],
		[
			["Bắc Kạn", "Bắc Cạn", "bac can", "bac kan", "baccan", "backan"],
			["bacKan", "bacCan"],
		],
		[["Đắk Nông", "Daknong", "Đắc Nông", "đăknông"], ["dakNong"]],
		[["BRVT", "BR-VT", "Bà Rịa Vũng Tàu", "ba ria vung tau", "BÀ RỊA – VŨNG TÀU"], ["baRia"]],
		[["covid19", "covid-19", "Covid 19", "COVID19", "ｃｏｖｉｄ１９"], ["disease"]],
		[["4200", "4.200", "4200 hộ", "4.200 hộ", "4,200 hộ", "4 200 hộ"], ["thousands"]],
		[["500.000 đồng", "500000 đồng", "500k", "500.000đ", "500,000 đồng", "500 000 đồng"], ["amount"]],
		[["22/10/2013", "22-10-2013", "22.10.2013", "2013-10-22", "ngày 22 tháng 10 năm 2013"], ["day"]],
		[
			[
				"0912 345 678",
				"0912345678",
				"0912.345.678",
				"0912-345-678",
				"0912 34 56 78",
				"091 234 5678",
				"+84 912 345 678",
				"+84912345678",
				"gọi 0912345678",
			],
			["hotline"],
		],
		[["(0260) 3.862.111", "02603862111", "0260 3862 111", "0260.3862111"], ["landline"]],
		[["livestream", "live stream", "live-stream", "Live Stream"], ["stream"]],
		[["2/9", "02/9", "2-9", "02-09", "2.9", "ngày 2 tháng 9", "mùng 2 tháng 9", "2 thang 9"], ["holiday"]],
		[
			["da^n va^.n khe'o", "Da6n va65n khe1o", "daan vaanj kheso", "dân vaanj khéo", "dân vận kheos"],
			["model"],
		],
		[
			[
				"dân vận AND khéo",
				"dân OR vận khéo",
				"danvankheo",
				"#danvankheo",
				"#dânvậnkhéo",
				"DânVậnKhéo",
				"dân vận khéo",
				"ᴅâɴ ᴠậɴ ᴋʜéᴏ",
			],
			["model"],
		],
		[
			["hoinghi", "hội nghị", "hoi nghi", "HoiNghi"],
			["committee", "meeting"],
		],
		[["caobang", "Cao Bằng", "CaoBằng", "cao bang"], ["caoBang"]],
		[["Œuvre", "oeuvre", "œuvre"], ["widened"]],
		[
			[
				"TPHCM",
				"TP.HCM",
				"TP HCM",
				"tp. hcm",
				"tphcm",
				"thành phố Hồ Chí Minh",
				"TP Hồ Chí Minh",
				"TP. Hồ Chí Minh",
			],
			["city", "shortCity"],
		],
		[
			["HĐND", "hdnd", "hội đồng nhân dân", "H.Đ.N.D"],
			["council", "shortCouncil"],
		],
		[
			["MTTQ", "mttq", "mặt trận tổ quốc", "mat tran to quoc", "M.T.T.Q"],
			["front", "shortFront"],
		],
		[
			["GD&ĐT", "GDĐT", "gddt", "giáo dục và đào tạo"],
			["education", "shortEducation"],
		],
		[
			["ĐBSCL", "dbscl", "đồng bằng sông Cửu Long"],
			["delta", "shortDelta"],
		],
		[["Thừa Thiên - Huế", "Thừa Thiên Huế", "TTH", "TT-Huế", "TT Huế", "thuathienhue"], ["hue"]],
		[["Quảng Ngãi", "Quảng Nghĩa", "quangngai", "QuảngNgãi"], ["quangNgai"]],
		[["Lào Cai", "Lao Cai", "laocai", "Lào Kay", "LÀO CAI"], ["laoCai"]],
		[["canada"], ["gym"]],
		[
			["CNH-HĐH", "CNH, HĐH", "cnh hdh", "công nghiệp hóa, hiện đại hóa"],
			["industry", "shortIndustry"],
		],
		[
			["BV huyện", "bv huyen", "bệnh viện huyện"],
			["hospital", "shortHospital"],
		],
		[
			["KTXH", "KT-XH", "kt xh", "kinh tế - xã hội", "kinh tế xã hội", "kinh te xa hoi"],
			["economy", "shortEconomy"],
		],
		[
			["CSGT", "csgt", "cảnh sát giao thông", "canh sat giao thong"],
			["police", "shortPolice"],
		],
		[
			["Mê Kông", "mekong", "Mê Công", "mêkông", "me cong"],
			["river", "foreignRiver"],
		],
		[
			["vắc xin", "vacxin", "vaccine", "vắc-xin", "vac xin"],
			["shot", "secondShot"],
		],
	])("%s", async (spellings, names) => {
		for (const text of spellings) expect((await found(text)).sort(), text).toEqual(titlesOf(names));
	});
});

describe("a document is found by its kind and number", () => {
	test.each<[string, Sought]>([
		["kết luận 24", "conclusion"],
		["ket luan 24", "conclusion"],
		["kết luận số 24", "conclusion"],
		["KL 24", "conclusion"],
		["24-KL/TW", "conclusion"],
		["24kl/tw", "conclusion"],
		["24 KL TW", "conclusion"],
		["24-KL/TƯ", "conclusion"],
		["nghị quyết 05", "resolution"],
		["nghị quyết 5", "resolution"],
		["NQ 05", "resolution"],
		["05-nq/tu", "resolution"],
		["05nq/tu", "resolution"],
		["chỉ thị 43", "directive"],
		["chi thi so 43", "directive"],
		["43ct/tw", "directive"],
		["CT 43", "directive"],
		["thông báo 112", "letter"],
		["112/TB-UBND", "letter"],
		["112tb ubnd", "letter"],
		["05nqtu", "resolution"],
		["nghị quyết 05nqtu", "resolution"],
		["112tbubnd", "letter"],
		["thông tư 22", "circular"],
		["TT 22", "circular"],
		["TT22/2021", "circular"],
		["tt22", "circular"],
	])("%s", async (text, name) => {
		expect((await found(text))[0]).toBe(sought[name][0]);
	});
});

test("a name without accents ranks before words that equal it without their accents", async () => {
	for (const text of ["Gia Lai", "Gialai", "gialai", "GiaLai"])
		expect((await found(text))[0], text).toBe(sought.giaLai[0]);
});

test("the end of a word in capitals is not an abbreviation", async () => {
	for (const text of ["ĐẦU TƯ", "TƯ TƯỞNG", "đầu tư", "thứ tư"])
		expect(await found(text), text).not.toContain(sought.committee[0]);
});

describe("Có phải bạn tìm", () => {
	test.each(["xuất khẩu gạo", "xuat khau gao", "người nông nghiệp", "lao động khẩu", "bác gạo"])(
		"a common word is not corrected: %s",
		async (text) => {
			expect((await ask(text)).suggestion).toBeUndefined();
		},
	);

	test.each([
		["tranh trấp ranh giới", "chấp"],
		["lông nghiệp của xã", "nông"],
		["sáng xủa và vui vẻ", "sủa"],
		["xuất khẩu lao độg", "động"],
		["khán dả đến xem", "giả"],
		["hội ngị", "nghị"],
		["hoi ngi", "hoi nghi"],
		["worldcup", "world cup"],
		["trước worldcup", "trước world cup"],
		["nông ngihệpp của xã", "nông nghiệp của xã"],
		["tranh chấp ranh giowí", "giới"],
		["nông ngiệp của xã vươn nên", "nông nghiệp của xã vươn lên"],
		["phân sử thấu tình đạc lý", "phân xử thấu tình đạt lý"],
		// What has these words has other accents: "khăn da đen xem".
		["khán dả đến xem", "khán giả đến xem"],
	])("%s suggests %s", async (text, word) => {
		const { suggestion } = await ask(text);
		expect(suggestion?.text).toContain(word);
		expect(suggestion?.count).toBeGreaterThan(0);
	});

	test("a common word is corrected where nothing has the whole query and a usual slip explains it", async () => {
		expect((await ask("chồng thêm hàng cây")).suggestion?.text).toBe("trồng thêm hàng cây");
		// Articles have both words, but what was meant is far more usual side by side.
		expect((await ask("chồng thêm")).suggestion?.text).toBe("trồng thêm");
		// An article has both words, not side by side.
		expect((await ask("chồng đến về nước")).suggestion).toBeUndefined();
		// The last word could go on, to "đạt", but is common as it is.
		expect((await ask("tình đá")).suggestion).toBeUndefined();
		// Neither hands nor ears take one for the other.
		expect((await ask("hạt thêm hàng cây")).suggestion).toBeUndefined();
	});

	test("a spelling that hardly any article has is the answer, and the usual one is offered", async () => {
		const { hits, suggestion } = await ask("lông dân");
		expect(hits.map(({ title }) => title)).toEqual([sought.misspelt[0]]);
		expect(suggestion?.text).toBe("nông dân");
	});

	test("a spelling that no article has gives way to the usual one that sounds alike", async () => {
		const { total, suggestion } = await ask("nao động");
		expect(suggestion).toEqual({ text: "lao động", count: total });
		expect((await ask("náo động")).suggestion).toBeUndefined();
		expect(await found("nao dong")).toEqual([sought.stir[0]]);
	});

	test("a name that is typed together is found, and the words that are meant more often are offered", async () => {
		const { hits, suggestion } = await ask("bongda");
		expect(hits.map(({ title }) => title)).toEqual([sought.site[0]]);
		expect(suggestion?.text).toBe("bong da");
		expect(suggestion?.count).toBeGreaterThan(10);
	});

	test("a query in quotation marks is not corrected", async () => {
		expect((await ask("“lông nghiệp của xã”")).suggestion).toBeUndefined();
		expect(await found("“coong an”")).toEqual([]);
	});

	test("a query in quotation marks finds only articles with the whole phrase, if there are any", async () => {
		expect(await found("“trường học vui”")).toHaveLength(2);
		expect(await found("“mô hình trường học vui”")).toEqual([sought.apart[0]]);
		expect(await found("“trường học vui ở bản”")).toEqual([sought.together[0]]);
	});

	test("the right word is replaced after a rewritten name", async () => {
		expect((await ask("ban chấp hành Daklak khán dả đến xem")).suggestion?.text ?? "").not.toContain(
			"dả giả",
		);
	});
});

test("articles with a part of a query are told from those with all of it", async () => {
	expect((await ask("hội nghị abcxyz")).isInPart).toBe(true);
	// No article has the word with these accents.
	expect((await ask("gáo")).isInPart).toBe(true);
	for (const text of ["hội nghị", "hội ngị", "hoinghi", "gạo", "gao"])
		expect((await ask(text)).isInPart, text).toBeUndefined();
});

test("articles with half of a short query are not listed beside those with all of it", async () => {
	expect(await found("mô hình dân vận khéo")).toEqual([sought.model[0]]);
	expect(await found("thác nước đắk nông")).toEqual([sought.dakNong[0]]);
});

describe("in English", () => {
	const [planting, old] = ["Farmers plant rice on terraces", "New rice for old terraces"];
	test.each([
		["rice terraces", [old, planting]],
		["terraces, rice", [old, planting]],
		["TERRACE of the rice", [old, planting]],
		["new farmer", [old]],
		["farmers new", [old]],
		["cities", [planting]],
		["bus", [planting]],
		["Hòa Bình", [old]],
		["hoa binh farmers", [old]],
		["rice zzqxy", []],
		["gạo", []],
		["the", [planting]],
	])("%s finds the articles in English with all of its words: %j", async (text, titles) => {
		const { hits, total } = await ask(text, { isEnglish: true });
		expect(hits.map(({ title }) => title).sort()).toEqual([...titles].sort());
		expect(total).toBe(titles.length);
	});

	test("a word is marked wherever it stands, in the singular and in the plural", async () => {
		const { hits } = await ask("terrace farmer", { isEnglish: true });
		const { title = "", marks } = hits.find(({ title }) => title === planting) ?? {};
		expect(marks?.title.map(({ start, end }) => title.slice(start, end))).toEqual(["Farmers", "terraces"]);
	});
});
