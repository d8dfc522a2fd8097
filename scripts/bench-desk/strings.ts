/** What the benchmark of the desk prints. */
export const strings = {
	summary: "Đo bàn làm việc: danh sách, tìm, chọn, mở, lưu, đăng trong kho nhiều bài",
	details:
		"Kho bài được sinh ra, đưa vào Git, rồi một tiến trình riêng mở kho như máy chủ của tòa soạn.\nThời gian là trung vị và lần chậm nhất; bộ nhớ là của tiến trình ấy.",
	options: {
		articles: "Số bài trong kho",
		seed: "Hạt giống của nội dung sinh ra",
		runs: "Số lần đo mỗi việc",
		json: "Ghi kết quả vào tệp JSON",
		keep: "Giữ kho bài trong thư mục này để lần sau dùng lại",
	},
	makingArchive: "Sinh bài viết",
	committing: "Đưa vào Git",
	measuring: "Đo",
	heading: (articles: number, runs: number, machine: string, node: string, date: string) =>
		`${articles} bài, ${runs} lần đo mỗi việc, ${machine}, Node ${node}, ${date}`,
	columns: ["Việc", "Trung vị (ms)", "Chậm nhất (ms)"],
	tasks: {
		coldOpen: "Mở kho lần đầu, lập chỉ mục",
		warmOpen: "Mở kho khi đã có chỉ mục",
		list: "Danh sách, 50 bài mới nhất",
		filter: "Lọc theo ban, năm và từ khóa",
		byTitle: "Danh sách theo tên",
		search: "Tìm trong danh sách",
		relation: "Tìm trong ô chọn (bài, tác giả, từ khóa)",
		open: "Mở một bài",
		save: "Lưu một bài",
		publish: "Đăng một bài (đến khi vào nhánh của độc giả)",
		history: "Lịch sử của một bài",
	},
	memory: "Bộ nhớ (MB)",
	memories: { cold: "sau khi lập chỉ mục", warm: "sau khi mở lại và đo xong" },
	indexBytes: (megabytes: string) => `Chỉ mục trên đĩa: ${megabytes} MB`,
	draft: (number: number) => `Bài đo số ${number}`,
	editedWord: (number: number) => `Đoạn đo số ${number}.`,
} as const;
