/** Names from foreign files may be of any length. */
function shortened(name: string): string {
	return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

/** What the preparing of pictures says to editors. */
export const strings = {
	missing: { message: "không tìm thấy tệp ảnh", remedy: "thêm tệp vào đúng thư mục hoặc sửa đường dẫn" },
	empty: { message: "tệp ảnh rỗng, không có dữ liệu", remedy: "sao chép lại tệp từ máy ảnh hoặc điện thoại" },
	lfsPointer: {
		message: "chỉ là con trỏ Git LFS, chưa có ảnh thật",
		remedy: "chạy `git lfs pull` để tải ảnh về, hoặc sao chép ảnh thật vào thay",
	},
	heic: {
		message: "là ảnh HEIC của iPhone, trình duyệt không hiện được",
		remedy:
			"xuất ảnh sang JPG (trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất), rồi thay tệp này",
	},
	broken: {
		message: "tệp ảnh hỏng hoặc bị cắt giữa chừng",
		remedy: "mở thử trên máy, lưu lại dưới dạng JPG hoặc PNG rồi thay tệp này",
	},
	otherType: (type: string) => ({
		message: `không phải tệp ảnh như đuôi tệp ghi, mà là ${type}`,
		remedy: "mở bằng phần mềm đã tạo ra tệp, lưu dưới dạng JPG hoặc PNG rồi thay tệp này",
	}),
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
		notAllowed: (name: string) => ({
			message: `tệp SVG có phần không được dùng: ${shortened(name)}`,
			remedy: "xuất lại hình từ phần mềm vẽ, chỉ giữ hình và chữ, hoặc dùng PNG",
		}),
		malformed: {
			message: "tệp SVG viết sai, trình duyệt không hiện được",
			remedy: "mở và xuất lại hình từ phần mềm vẽ, hoặc dùng PNG",
		},
		encoding: {
			message: "tệp SVG không ở bảng mã UTF-8",
			remedy: "lưu lại tệp với bảng mã UTF-8, không nén",
		},
		tooBig: {
			message: "tệp SVG lớn hơn 2 MB",
			remedy: "đơn giản hóa hình khi xuất, hoặc dùng PNG hay JPG",
		},
		noSize: {
			message: "tệp SVG không ghi kích thước",
			remedy: "xuất lại với thuộc tính viewBox, hoặc width và height",
		},
	},
} as const;
