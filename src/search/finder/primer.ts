/** Typical beginnings of a portal's articles, so that the text coder need not learn Vietnamese from each file. */
export const primer =
	"Hội nghị triển khai công tác dân vận năm 2026\tNgày 15/7, tại thành phố, Ban Thường vụ Tỉnh ủy tổ chức sơ kết 6 tháng đầu năm. Đồng chí Bí thư, Chủ tịch Ủy ban nhân dân tỉnh chủ trì.\nNâng cao chất lượng tuyên truyền xây dựng nông thôn mới\tThực hiện Nghị quyết của Bộ Chính trị về phát triển kinh tế - xã hội.\n2026-07-15T08:30:00+07:00\t/anh/2026/07/15/-480.webp\n";
