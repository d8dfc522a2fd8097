/** What the preparing of pictures says to editors. */
export const strings = {
	missing: { message: "không tìm thấy tệp ảnh", remedy: "thêm tệp vào đúng thư mục hoặc sửa đường dẫn" },
	empty: { message: "tệp ảnh rỗng, không có dữ liệu", remedy: "chép lại tệp từ máy ảnh hoặc điện thoại" },
	broken: {
		message: "tệp ảnh hỏng hoặc bị cắt giữa chừng",
		remedy: "mở thử trên máy, lưu lại dưới dạng JPG hoặc PNG rồi thay tệp này",
	},
	tooManyPixels: (width: number, height: number) => ({
		message: `ảnh quá lớn (${width} × ${height} điểm ảnh; nhiều nhất 100 triệu điểm ảnh)`,
		remedy: "thu nhỏ ảnh, chiều ngang 3.000 điểm ảnh là đủ",
	}),
	unsupported: {
		message: "định dạng ảnh không dùng được",
		remedy: "lưu ảnh dưới dạng JPG, PNG, WebP, GIF hoặc SVG",
	},
	wrongExtension: (format: string, fileName: string) => ({
		message: `phần mở rộng không đúng, tệp thật ra là ${format}`,
		remedy: `đổi tên tệp thành “${fileName}” và sửa các chỗ dùng ảnh này`,
	}),
	animationTooBig: {
		message: "ảnh động lớn hơn 2 MB",
		remedy: "rút ngắn hoặc thu nhỏ ảnh động, hoặc thay bằng video",
	},
	svg: {
		script: {
			message: "tệp SVG có mã lệnh hoặc nội dung nhúng",
			remedy: "xuất lại hình từ phần mềm vẽ, không kèm mã lệnh, hoặc dùng PNG",
		},
		external: {
			message: "tệp SVG lấy dữ liệu từ nơi khác",
			remedy: "nhúng mọi hình vào trong tệp khi xuất SVG, hoặc dùng PNG",
		},
		noSize: {
			message: "tệp SVG không ghi kích thước",
			remedy: "xuất lại với thuộc tính viewBox, hoặc width và height",
		},
	},
} as const;
