/** Texts for readers of a preview. */
export const strings = {
	title: "Xem trước: ",
	gone: "Liên kết xem trước này không còn dùng được: đã hết hạn, bị thu hồi, hoặc bài không còn nữa. Hãy hỏi người đã gửi liên kết.",
	cannotShow: "Chưa dựng được trang vì nội dung khác của cổng tin đang có lỗi; hãy báo bộ phận kỹ thuật.",
} as const;
