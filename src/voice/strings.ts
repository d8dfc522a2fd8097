import { quoted } from "../text/index.ts";

/** What the voice answers when it rejects a reader's request, and what it logs. */
export const strings = {
	foreignOrigin: "Yêu cầu không đến từ cổng tin này.",
	unreadable: "Yêu cầu không đọc được.",
	tooLarge: "Yêu cầu quá lớn.",
	unknown: "Không có địa chỉ này.",
	noArticle: "Không có bài này.",
	tooMany: "Bạn gửi quá nhiều lần. Hãy thử lại sau.",
	noLetters: "Cổng tin này không nhận thư qua mẫu.",
	noMail: "Chưa chuyển được thư tới Ban biên tập. Hãy thử lại sau ít phút, hoặc gửi bằng hộp thư của bạn.",
	letter: {
		subject: (name: string, site: string) => `Thư bạn đọc ${name}${site && ` – ${site}`}`,
		from: (name: string, email: string | null) =>
			`Người gửi: ${name}${email === null ? " (không để lại địa chỉ)" : ` <${email}>`}`,
	},
	counterRejectsKey: (where: string) =>
		`${where} từ chối khóa truy cập. Hãy xem lại phần counter trong desk.yml (docs/views-elsewhere.md).`,
	counterRefuses: (where: string, status: number) => `${where} trả lời lỗi ${status}. Hãy thử lại sau.`,
	counterAnswersOtherwise: (where: string) =>
		`${where} không trả lời như GoatCounter hay Umami. Hãy xem lại voice.counter trong site.yml.`,
	counterUnreachable: (where: string, why: string) =>
		`Không hỏi được ${where}: ${why}. Hãy xem chương trình đếm có đang chạy không.`,
	counterHasTooMuch: (where: string) => `${where} có quá nhiều trang trong một giờ, không đọc hết được.`,
	takeBack: {
		subject: (site: string) => `Ý kiến của bạn${site && ` ở ${site}`}`,
		text: (title: string, link: string) =>
			[
				`Chúng tôi đã nhận ý kiến của bạn về bài ${quoted(title)}. Ý kiến sẽ hiện sau khi ban biên tập duyệt.`,
				`Muốn gỡ ý kiến, hãy mở đường dẫn này rồi bấm “Gỡ ý kiến này”:\n${link}`,
				"Nếu bạn không gửi ý kiến nào, xin bỏ qua thư này.",
			].join("\n\n"),
	},
	noComments: "Bài này không nhận ý kiến.",
	missing: "Hãy điền họ tên và nội dung.",
	tooLong: (most: number) => `Quá dài; nhiều nhất ${most} ký tự.`,
	wrongEmail: "Địa chỉ thư điện tử chưa đúng.",
	noConsent: "Hãy đánh dấu đồng ý trước khi gửi.",
	noProof: "Trang đã mở quá lâu. Hãy gửi lại lần nữa.",
	queueFull: "Ban biên tập đang có quá nhiều ý kiến chờ duyệt. Hãy gửi lại vào ngày mai.",
	notForgotten: (why: string) =>
		`Chưa xóa được dữ liệu bạn đọc đã hết hạn: ${why}. Máy chủ thử lại sau mười phút; nếu vẫn vậy, hãy xem ổ đĩa và cơ sở dữ liệu (docs/voice.md).`,
	unavailable: "Máy chủ đang bận. Hãy thử lại sau ít phút.",
} as const;
