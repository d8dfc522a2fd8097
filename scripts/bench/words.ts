/** What generated articles are made of. All names are invented by combination. */

export const familyNames =
	"Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Mai Trịnh Đoàn Hà Tạ Quách Lại".split(
		" ",
	);
export const middleNames =
	"Văn Thị Đức Hữu Minh Thanh Ngọc Quang Xuân Thu Kim Bích Công Đình Gia Hoài Khắc Mạnh Phương Tuấn".split(
		" ",
	);
export const givenNames =
	"An Anh Bình Châu Chi Cường Diệp Dũng Dung Đạt Giang Hải Hạnh Hiền Hòa Hoa Hùng Hương Khánh Khoa Lam Lan Liên Linh Loan Long Mai Minh My Nam Nga Nghĩa Nhàn Nhung Oanh Phong Phúc Phượng Quân Quyên Sơn Tâm Thảo Thắng Thoa Thúy Tiến Toàn Trang Trí Trung Tùng Uyên Vân Việt Vinh Xuân Yến".split(
		" ",
	);

export const placeSyllables =
	"An Bình Cẩm Châu Chánh Đại Đông Giang Hà Hải Hòa Hồng Hưng Hương Khánh Kim Lạc Lâm Liên Long Lộc Minh Mỹ Nam Ngọc Nhân Ninh Phú Phúc Phước Quang Quế Sơn Tam Tân Tây Thái Thanh Thạnh Thịnh Thuận Thượng Tiên Trà Trung Trường Vân Vĩnh Xuân Yên".split(
		" ",
	);
export const placeKinds = ["xã", "phường", "thôn", "ấp", "khu phố", "bản", "cụm dân cư", "tổ dân phố"];

/** The committees' names end in one of these; kinds as the model names them. */
export const committeeStems = [
	["propaganda-and-mass-mobilisation", "Ban Tuyên giáo và Dân vận"],
	["mass-mobilisation", "Ban Dân vận"],
	["propaganda", "Ban Tuyên giáo"],
	["organisation", "Ban Tổ chức"],
	["inspection", "Ủy ban Kiểm tra"],
	["front", "Ủy ban Mặt trận Tổ quốc"],
	["office", "Văn phòng Cấp ủy"],
	["steering", "Ban Chỉ đạo Dân vận khéo"],
] as const;

export const topics = [
	"dân vận khéo",
	"quy chế dân chủ ở cơ sở",
	"cải cách hành chính",
	"xây dựng nông thôn mới",
	"giảm nghèo bền vững",
	"chuyển đổi số",
	"bảo vệ môi trường",
	"an sinh xã hội",
	"khuyến học khuyến tài",
	"phòng chống thiên tai",
	"đại đoàn kết toàn dân tộc",
	"công tác tôn giáo",
	"công tác dân tộc",
	"chăm lo người có công",
	"giải phóng mặt bằng",
	"đối thoại với nhân dân",
	"tiếp công dân",
	"xây dựng chính quyền thân thiện",
	"bình đẳng giới",
	"việc làm cho thanh niên",
	"bảo tồn văn hóa",
	"phát triển hợp tác xã",
	"vệ sinh an toàn thực phẩm",
	"phòng cháy chữa cháy",
	"an toàn giao thông",
	"hiến máu tình nguyện",
	"trồng rừng",
	"nước sạch nông thôn",
	"bảo hiểm y tế toàn dân",
	"xóa nhà tạm",
	"du lịch cộng đồng",
	"sản phẩm địa phương",
	"thủy lợi nội đồng",
	"chăm sóc người cao tuổi",
	"bảo vệ trẻ em",
	"đọc sách trong cộng đồng",
	"phổ biến pháp luật",
	"hòa giải ở cơ sở",
	"quốc phòng toàn dân",
	"biên giới bình yên",
];

export const groups = [
	"hội viên phụ nữ",
	"đoàn viên thanh niên",
	"hội viên nông dân",
	"cựu chiến binh",
	"già làng và người có uy tín",
	"công nhân khu công nghiệp",
	"cán bộ cơ sở",
	"đảng viên chi bộ",
	"học sinh và giáo viên",
	"tiểu thương chợ trung tâm",
	"chức sắc các tôn giáo",
	"bà con vùng ven sông",
	"hộ cận nghèo",
	"tổ công nghệ số cộng đồng",
	"lực lượng dân quân",
	"ban công tác mặt trận",
	"đội văn nghệ quần chúng",
	"nhóm thợ hồ tình nguyện",
	"trạm y tế lưu động",
	"bộ đội biên phòng",
];

export const deeds = [
	"vận động từng hộ dân lùi hàng rào mở rộng đường",
	"tổ chức ngày thứ bảy giúp dân làm thủ tục",
	"góp công dựng lại mái nhà cho hộ neo đơn",
	"hướng dẫn người lớn tuổi dùng dịch vụ công trực tuyến",
	"mở lớp dạy nghề đan lát vào buổi tối",
	"lắp đèn năng lượng mặt trời trên đường liên thôn",
	"thu gom rác thải nhựa dọc kênh mương",
	"trao học bổng cho học sinh vượt khó",
	"đối thoại trực tiếp với người dân về đền bù đất",
	"khảo sát ý kiến từng nhà trước khi làm nhà văn hóa",
	"thành lập tổ hợp tác trồng cây dược liệu",
	"tặng thẻ bảo hiểm y tế cho người khó khăn",
	"khôi phục lễ hội xuống đồng",
	"nạo vét mương dẫn nước trước vụ mùa",
	"trồng hàng cây bóng mát quanh trường học",
	"ghi lại lời kể của những người cao tuổi trong làng",
	"đưa tủ sách về từng cụm dân cư",
	"gây quỹ giúp phụ nữ khởi sự kinh doanh",
	"hòa giải những tranh chấp nhỏ ngay tại xóm",
	"tập huấn kỹ năng ứng phó mưa lũ",
	"khám bệnh và phát thuốc miễn phí",
	"sửa chữa cầu tạm bị nước cuốn",
	"công khai các khoản đóng góp tại bảng tin",
	"giám sát việc xây trường mầm non",
	"chuyển vườn tạp sang cây ăn quả",
	"nuôi cá lồng theo nhóm hộ",
	"đổi giờ tiếp dân sang buổi tối",
	"dạy bơi cho trẻ em vùng sông nước",
	"xây sân bóng chuyền từ quỹ đất trống",
	"bàn giao đất sạch cho dự án kênh thoát nước",
];

export const results = [
	"được người dân đồng tình",
	"giúp rút ngắn thời gian giải quyết hồ sơ",
	"làm thay đổi bộ mặt của cả vùng",
	"tạo thêm việc làm tại chỗ",
	"giảm hẳn đơn thư kiến nghị",
	"đưa tỷ lệ hộ nghèo xuống thấp nhất nhiều năm qua",
	"được nhiều nơi đến học hỏi kinh nghiệm",
	"góp phần giữ gìn tình làng nghĩa xóm",
	"giúp trẻ em đến trường đều hơn",
	"để lại nhiều bài học về cách lắng nghe",
	"cho thấy sức mạnh của sự đồng thuận",
	"khiến ai cũng muốn góp một tay",
	"mở ra hướng làm ăn mới cho bà con",
	"được ghi vào nghị quyết của chi bộ",
];

export const moments = [
	"Sáng sớm hôm qua",
	"Chiều cuối tuần",
	"Trong quý vừa qua",
	"Những ngày đầu tháng",
	"Sau mùa gặt",
	"Trước thềm năm học mới",
	"Giữa mùa nước nổi",
	"Từ đầu năm đến nay",
	"Sau ba tháng thực hiện",
	"Ngay khi mưa vừa tạnh",
	"Đúng phiên chợ lớn",
	"Buổi tối họp chi bộ",
];

export const roles = [
	"trưởng thôn",
	"bí thư chi bộ",
	"chủ tịch hội nông dân",
	"trưởng ban công tác mặt trận",
	"cô giáo điểm trường",
	"chủ nhiệm hợp tác xã",
	"người có uy tín của bản",
	"bác sĩ trạm y tế",
	"cán bộ tư pháp",
	"phó chủ tịch ủy ban nhân dân",
	"chi hội trưởng phụ nữ",
	"thợ mộc trong xóm",
];

export const sayings = [
	"Làm việc gì cũng phải để dân biết trước, bàn kỹ rồi mới làm",
	"Đường rộng ra thì lòng người cũng rộng ra",
	"Nói ít thôi, xắn tay vào trước đã",
	"Mình đến nhà dân nhiều thì dân mới đến trụ sở ít",
	"Cái được lớn nhất là bà con tin nhau",
	"Không ai bị bỏ lại phía sau trong xóm này",
	"Chưa thông thì đến lần thứ hai, thứ ba, bao giờ thông mới thôi",
	"Tiền ít nhưng công khai rõ ràng thì ai cũng vui vẻ góp",
];

export const units = [
	"hộ dân",
	"ngày công",
	"mét vuông đất",
	"triệu đồng",
	"suất quà",
	"cây xanh",
	"mét đường bê tông",
	"lượt người",
	"bộ hồ sơ",
	"cuốn sách",
];
export const sectionHeadings = [
	"Bắt đầu từ việc nhỏ",
	"Lắng nghe rồi mới làm",
	"Kết quả bước đầu",
	"Điều còn trăn trở",
	"Kinh nghiệm rút ra",
	"Hướng đi tiếp theo",
];

/** A tag is a topic with one of these after it. */
export const tagQualifiers = [
	"",
	" ở thôn bản",
	" ở đô thị",
	" vùng ven biển",
	" vùng cao",
	" trong trường học",
	" trong doanh nghiệp",
	" hè tình nguyện",
	" mùa lễ tết",
	" qua từng thời kỳ",
];
