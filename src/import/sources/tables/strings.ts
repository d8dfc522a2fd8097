/** Texts about tables (SQL dumps and CSV) and their mapping. */
export const strings = {
	sqlSummary:
		"Bản sao cơ sở dữ liệu MySQL hoặc SQL Server (.sql, .sql.gz) của NukeViet, Joomla, DNN, WordPress, Drupal hay --columns",
	csvSummary: "Bảng CSV (.csv, .tsv hoặc thư mục chứa chúng), tên cột theo --columns",
	noSuchSource: (path: string) => `Không tìm thấy “${path}”.`,
	brokenCompression: (path: string) => `Tệp nén “${path}” bị hỏng: hãy tải hoặc sao chép lại.`,
	noSuchMapping: (path: string) => `Không tìm thấy tệp ánh xạ cột “${path}”.`,
	missing: "thiếu trường này",
	remedy: (names: readonly string[]) => `viết theo docs/importing.md; các trường: ${names.join(", ")}`,
	notText: "cần một dòng chữ",
	notList: "cần một danh sách",
	notMapping: "cần các cặp “trường: cột”",
	unknownFields: (names: readonly string[]) =>
		`không có trường ${names.map((name) => `“${name}”`).join(", ")}`,
	badAddress: "địa chỉ bắt đầu bằng “/”, cột đặt trong ngoặc nhọn: /tin/{alias}-{id}.html",
	badBodyKind: "chỉ nhận html, encoded-html, lines-html, wordpress, text hoặc markdown",
	badReference: "cần “bảng.cột” hoặc tên cột",
	noMapping: (tables: readonly string[]) =>
		`Không nhận ra hệ thống nào từ các bảng ${tables.length === 0 ? "của tệp (không bảng nào là bảng bài viết của NukeViet, Joomla, DNN, WordPress hay Drupal)" : tables.join(", ")}; hãy viết tệp ánh xạ và nêu bằng --columns.`,
	noTable: (table: string, tables: readonly string[]) =>
		`Không có bảng “${table}” trong nguồn; các bảng: ${tables.join(", ")}.`,
	noColumn: (table: string, column: string, columns: readonly string[]) =>
		`Bảng “${table}” không có cột “${column}”; các cột: ${columns.join(", ")}.`,
	rowTooLarge: (limit: string) => `dòng dài hơn ${limit} nên bị bỏ qua`,
	brokenRow: (table: string) => `dòng của bảng “${table}” bị hỏng hoặc bị cắt giữa chừng`,
	brokenCsv: (line: number) => `dòng ${line} không đúng dạng CSV: kiểm tra dấu nháy kép`,
	surplus:
		"dòng có nhiều ô hơn tên cột; phần thừa không vào bài. Ô có dấu phân cách hoặc dấu nháy phải đặt trong nháy kép",
	noKnownTables: (tables: string) =>
		`Không thấy cột tiêu đề và nội dung trong ${tables}; hãy viết tệp ánh xạ cột và nêu bằng --columns.`,
	noTitle: "không có tiêu đề",
	trashed: "bài trong thùng rác nên không nhập",
	otherKind: (kind: string) => `là “${kind}”, không phải bài viết`,
	locked: "bài có mật khẩu hoặc chỉ dành cho một số người nên nhập thành bản nháp",
	unusedState: (value: string) => `trạng thái “${value}” không phải đã đăng nên nhập thành bản nháp`,
	readAs: (encoding: string, places: string) => `${encoding} → Unicode: ${places} chỗ`,
} as const;
