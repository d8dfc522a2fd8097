/** What the command that makes a portal asks and says. */
export const strings = {
	questions: {
		name: "Tên cổng tin",
		province: "Tỉnh, thành phố",
		committee: "Tên đầy đủ của ban, cơ quan phụ trách",
		address: "Địa chỉ web của cổng tin",
		logo: "Tệp biểu trưng (SVG, PNG, JPG; bỏ trống nếu chưa có)",
	},
	options: {
		name: "Tên cổng tin",
		province: "Tỉnh, thành phố của ban, cơ quan",
		committee: "Tên đầy đủ của ban, cơ quan phụ trách",
		address: "Địa chỉ web của cổng tin, như https://tin.example.vn",
		logo: "Tệp biểu trưng: SVG, PNG hoặc JPG",
	},
	defaultName: "Cổng tin mới",
	defaultProvince: "Hà Nội",
	unknownProvince: (text: string) => `không có tỉnh, thành phố nào tên “${text}”`,
	unknownProvinceRemedy: (near: string | undefined) =>
		near === undefined ? "viết tên một trong 34 tỉnh, thành phố, như Bắc Ninh" : `có phải ${near}?`,
	formerProvince: (text: string, day: string) => `“${text}” không còn là đơn vị cấp tỉnh từ ngày ${day}`,
	formerProvinceRemedy: (now: string) => `nay thuộc ${now}; hãy nhập tên này`,
	badAddress: (text: string) => `“${text}” không phải là địa chỉ web`,
	badAddressRemedy: "viết như https://tin.example.vn",
	noLogo: (file: string) => `không có tệp “${file}”`,
	noLogoRemedy: "xem lại đường dẫn; chưa có biểu trưng thì bỏ trống",
	answerRemedy: "nhập lại",
	tooFewAnswers: "Chưa có đủ câu trả lời nên chưa tạo gì.",
	tooFewAnswersRemedy: "trả lời hết các câu hỏi, hoặc thêm --yes để lấy giá trị mặc định",
	notAFolder: (path: string) => `“${path}” đã có và không phải là thư mục.`,
	notEmpty: (path: string) => `Thư mục “${path}” đã có tệp bên trong.`,
	chooseAnother: "chọn tên thư mục khác, hoặc dọn thư mục ấy trước",
	noGit: "Không chạy được Git nên chưa tạo gì.",
	noGitRemedy: "cài Git (https://git-scm.com) rồi chạy lại",
	gitFailed: (output: string) => `Git báo lỗi nên chưa tạo gì: ${output}`,
	gitFailedRemedy: "sửa cấu hình Git theo dòng trên rồi chạy lại",
	noProduct: (path: string) => `Không có tệp hay thư mục “${path}” cho --product.`,
	badProduct: (spec: string) => `--product “${spec}” không hợp lệ.`,
	productRemedy:
		"nêu thư mục, tệp .tgz do npm pack tạo, địa chỉ Git (git+https://…) hoặc phiên bản trên kho npm (^1.0.0)",
	unknownSource:
		"Không rõ bản Tin Tỉnh đang chạy được cài từ đâu: npm không ghi lại nguồn của gói cài chung (npm install -g).",
	unusableSource: (spec: string) =>
		`Bản Tin Tỉnh đang chạy được cài từ “${spec}”, nhưng nguồn ấy không còn, hoặc không dùng được cho cổng tin khác.`,
	nameSource: (version: string) =>
		`thêm --product NGUỒN: tệp .tgz, thư mục hoặc địa chỉ Git đã dùng khi cài; nếu kho npm có Tin Tỉnh thì thêm --product ^${version}`,
	firstCommit: "Tạo cổng tin",
	committer: "Tin Tỉnh",
} as const;
