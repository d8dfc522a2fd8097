/** What the API answers where it refuses; editors read it. */
export const strings = {
	unknownAddress: "Không có địa chỉ này.",
	foreignHost: "Bàn làm việc không trả lời ở tên máy này.",
	foreignOrigin: "Yêu cầu không đến từ trang của bàn làm việc.",
	forwarded: "npm start chỉ phục vụ máy này. Muốn mở ra mạng, hãy dùng npm run desk.",
	signIn: "Anh/chị chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập lại; chữ đang viết vẫn còn.",
	badJson: "Yêu cầu không đọc được.",
	tooDeep: "Yêu cầu lồng quá nhiều lớp.",
	tooLarge: "Nội dung gửi lên quá lớn.",
	notJson: "Yêu cầu phải là JSON.",
	unexpected: "Máy chủ gặp lỗi, việc này chưa làm được. Chữ đang viết vẫn còn; hãy thử lại.",
	notReady: "Phần này của bàn làm việc chưa sẵn sàng.",
} as const;
