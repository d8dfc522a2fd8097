/** The texts of an archive's plain-text files and of its commands. */
export const strings = {
	progress: "Đóng kho",
	verifying: "Đối chiếu kho",
	guide: (facts: {
		readonly site: string;
		readonly title: string;
		readonly articles: string;
		readonly edition: number;
		readonly day: string;
		readonly url: string;
		readonly organisation: string;
		readonly licence: string | undefined;
	}) => `${facts.site}
KHO TIN ĐỌC KHÔNG CẦN MẠNG: ${facts.title}

${facts.articles} bài. Ấn bản số ${facts.edition}, nội dung tính đến ngày ${facts.day}.
Nguồn: ${facts.organisation}, ${facts.url}
${facts.licence ? `Sử dụng lại: ${facts.licence}\n` : ""}
ĐỌC
1. Giải nén tệp .zip ra một thư mục, trên máy tính hay USB. Trên Windows: bấm chuột phải vào tệp,
   chọn “Giải nén tất cả” (Extract All). Đừng mở thẳng bên trong tệp nén: trang sẽ không hiện đủ.
2. Mở thư mục vừa giải nén, bấm đúp vào index.html.
3. Trang mở bằng trình duyệt có sẵn của máy. Không cần cài đặt gì và không cần mạng.
   Tìm kiếm gõ có dấu hay không dấu đều được.
4. In một bài: mở bài ấy từ danh sách hay tìm kiếm, rồi in. Mở cả tháng thì in được cả tháng.
   Với Firefox: bôi đen bài ấy, rồi chọn chỉ in phần đã chọn.

SAO CHÉP VÀ CẬP NHẬT
- Sao chép cả thư mục cho người khác là đủ.
- Có ấn bản mới hơn: giải nén đè lên thư mục cũ, đồng ý thay tệp trùng tên. Bài đã gỡ sẽ mất khỏi kho.
- Tệp cập nhật (chỉ gồm phần thay đổi) cũng giải nén đè như vậy, nhưng phải có kho cũ từ trước.

KIỂM TRA KHO CÒN NGUYÊN VẸN
- Linux, macOS: mở cửa sổ lệnh trong thư mục kho, gõ
    sha256sum -c SHA256SUMS        (macOS: shasum -a 256 -c SHA256SUMS)
- Windows (PowerShell): Get-FileHash TÊN-TỆP, rồi so với dòng của tệp ấy trong SHA256SUMS.
- Ở nơi có Tin Tỉnh: npm run verify-archive -- THƯ-MỤC hoặc TỆP.zip

Danh sách bài đã gỡ: da-rut.html
`,
	update: (
		from: number,
		to: number,
		title: string,
	) => `CẬP NHẬT: ${title}, từ ấn bản ${from} lên ấn bản ${to}.

Tệp nén này chỉ có những gì đã thay đổi. Hãy giải nén đè lên thư mục kho cũ, đồng ý thay tệp trùng tên,
rồi mở index.html trong thư mục ấy.
`,
	noArchive: (path: string) => `“${path}” không phải là kho tin do lệnh archive làm ra.`,
	noArchiveRemedy: "kiểm tra lại đường dẫn; kho phải có tệp kho.json và SHA256SUMS",
	otherScope: (path: string) => `“${path}” là kho của phần khác, nên không làm bản cập nhật từ đó được.`,
	otherScopeRemedy:
		"dùng đúng các tùy chọn (--year, --from, --to, --committee, --province, --full-images, --no-images) như khi làm kho cũ",
	noZimwriter: "Máy này chưa có zimwriterfs, chương trình đóng tệp ZIM.",
	noZimwriterRemedy: "cài gói zim-tools (Debian, Ubuntu: apt install zim-tools), rồi chạy lại",
	zimFailed: (output: string) => `zimwriterfs không đóng được tệp ZIM:\n${output}`,
	zimFailedRemedy: "xem lời báo ở trên; thử phiên bản zim-tools mới hơn",
	noArticles: "Không có bài nào trong phần đã chọn.",
	noArticlesRemedy: "kiểm tra lại năm, ngày, cơ quan hay địa phương",
} as const;
