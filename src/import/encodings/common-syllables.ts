/** Frequent Vietnamese syllables with accents; they decide when both readings of a word are legal. */
export const commonSyllables: ReadonlySet<string> = new Set(
	`và của có là được các những một không với đã để này khi từ đến về cũng như tại vào người năm ngày việc
	nước trên nhà sự làm đó phải sẽ lại tỉnh phát triển công tác số bộ đảng xã hội ủy uỷ hiện thực tế thành
	phố đồng động dân chính trị quốc gia tổ chức cán lý quản huyện đầu tư hoạt kinh doanh định quyết nghị
	nghiệp sản xuất đất tháng độ học giáo dục y tế văn hóa hoá bảo vệ an ninh trật tự cấp ở do đi ra còn nhiều
	rất hơn mới lớn hai bốn sáu bảy tám chín mười thứ tiền đồng giá hàng thị trường báo cáo tin tức thông
	chủ tịch thường vụ khu vực địa phương đơn vị đại biểu nhân khóa khoá kỳ họp lãnh đạo chỉ đạo kế hoạch
	chương trình dự án nông thôn nghèo giảm tăng tích cực góp phần nâng cao chất lượng hỗ trợ giải pháp
	tiếp tục thời gian qua đời sống tuyên truyền vận sáng chiều tối hôm nay gần đây cùng đều lần đặc biệt
	bị bởi cả cần chưa dưới giữa giờ hết mà mỗi nếu nữa sau theo thì trước tuổi vẫn vì việt nam điều khoản mục
	luật quyền trách nhiệm hiệu lực ban hành`.split(/\s+/),
);
