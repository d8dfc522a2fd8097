/** Texts of mails and messages about accounts. */
export const strings = {
	wrongPassword: "Thư điện tử hoặc mật khẩu không đúng.",
	tooManyTries: "Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.",
	wrongCode: "Mã không đúng hoặc đã hết hạn. Hãy lấy mã mới trong ứng dụng.",
	linkExpired: "Liên kết này đã hết hạn hoặc đã dùng rồi. Hãy xin liên kết mới.",
	shortPassword: (least: number) => `Mật khẩu cần ít nhất ${least} ký tự.`,
	longPassword: "Mật khẩu quá dài.",
	failed: "Chưa đăng nhập được. Hãy thử lại.",
	noAccount: "Tài khoản này chưa được mời vào bàn làm việc.",
	emailTaken: (email: string) => `Đã có người dùng địa chỉ ${email}.`,
	noSuchPerson: (email: string) => `Không có ai dùng địa chỉ ${email}.`,
	lastAdministrator: "Bàn làm việc cần ít nhất một quản trị viên.",
	resetFailed: (why: string) => `Chưa tạo được liên kết đặt lại mật khẩu: ${why}`,
	invitation: {
		failed: (why: string) =>
			`Chưa gửi được thư mời: ${why}. Hãy xem lại máy chủ thư và phần mail trong desk.yml.`,
		subject: (site: string) => `Mời vào bàn làm việc của ${site}`,
		text: (name: string, site: string, link: string) =>
			`Chào ${name},\n\nAnh/chị được mời vào bàn làm việc của ${site}. Mở liên kết sau để đặt mật khẩu; liên kết dùng được một lần, trong bảy ngày:\n\n${link}\n`,
	},
	reset: {
		failed: (why: string) =>
			`Chưa gửi được thư đặt lại mật khẩu: ${why}. Hãy xem lại máy chủ thư và phần mail trong desk.yml.`,
		subject: (site: string) => `Đặt lại mật khẩu bàn làm việc của ${site}`,
		text: (name: string, site: string, link: string) =>
			`Chào ${name},\n\nCó người xin đặt lại mật khẩu bàn làm việc của ${site}. Nếu là anh/chị, hãy mở liên kết sau; liên kết dùng được một lần, trong một giờ. Nếu không phải, xin bỏ qua thư này:\n\n${link}\n`,
	},
} as const;
