/** The first content of a new portal: valid, and to be completed by the office. */
import { writeData, writeDocument } from "../content/index.ts";
import type { committeeKinds, committeeLevels } from "../model/committee.ts";
import type { IsoDateTime } from "../model/ids.ts";
import { fullNameOf } from "../model/provinces.ts";
import { fold, quoted, slugify } from "../text/index.ts";
import type { PortalAnswers } from "./questions.ts";

/** Texts of files by their paths below the portal's folder. */
export type PortalFiles = Readonly<Record<string, string>>;

/** @param logo path below the content folder with a leading slash; undefined if there is none */
export function portalContent(
	{ name, province, committee, address }: PortalAnswers,
	{ now, logo }: { readonly now: IsoDateTime; readonly logo: string | undefined },
): PortalFiles {
	const id = slugify(committee);
	const author = "ban-bien-tap";
	const [year, month, day] = now.slice(0, 10).split("-");
	const unit = fullNameOf(province);
	const title = escapeMarkdown(name);
	const office = escapeMarkdown(committee);
	return {
		"content/site.yml": writeData(
			{
				name,
				tagline: `Tin tức, hoạt động tại ${unit}`,
				description: `Tin tức, gương người tốt, việc tốt tại ${unit}, do ${committee} thực hiện.`.slice(
					0,
					400,
				),
				url: address,
				organisation: committee,
				logo,
				menu: [
					{ label: "Tin mới", link: "/tin-moi/" },
					{ label: "Giới thiệu", link: "/gioi-thieu.html" },
					{ label: "Liên hệ", link: "/lien-he.html" },
					{ label: "Lưu trữ", link: "/luu-tru/" },
				],
				licence: `Được đăng lại tin, bài khi ghi rõ nguồn ${quoted(name)}, kèm đường dẫn tới bài gốc và không làm sai nội dung.`,
				homeCommittees: [id],
			},
			"site",
		),
		[`content/committees/${id}.yml`]: writeData(
			{
				name: committee,
				kind: kindOf(committee),
				level: levelOf(committee),
				province: province.slug,
				description: `${committee} phụ trách cổng tin này. Hãy viết ở đây vài câu về chức năng, nhiệm vụ của cơ quan.`,
			},
			"committee",
		),
		[`content/authors/${author}.yml`]: writeData(
			{
				name: "Ban Biên tập",
				organisation: committee,
				bio: "Bài ký tên Ban Biên tập do các biên tập viên của cổng tin cùng thực hiện.",
			},
			"author",
		),
		[`content/articles/${year}/${month}/${day}-ra-mat-cong-tin.md`]: writeDocument(
			{
				title: "Ra mắt cổng tin",
				date: now,
				author,
				province: province.slug,
				committee: id,
				tags: ["Cổng tin"],
				summary: `${committee} mở cổng tin ${quoted(name)} để đưa tin hoạt động đến bạn đọc.`.slice(0, 600),
			},
			`Hôm nay, ${office} mở cổng tin **${title}**. Cổng tin đăng tin tức, hoạt động và những cách làm hay tại ${unit}.

## Viết bài đầu tiên

Mở bàn làm việc, bấm **Viết bài**, điền tiêu đề, nội dung, tác giả rồi lưu và đăng. Bài có thể kèm ảnh, tệp tài liệu và hẹn giờ đăng.

## Việc nên làm trước khi công bố

1. Hoàn thiện các trang [Giới thiệu](/gioi-thieu.html) và [Liên hệ](/lien-he.html).
2. Viết phần giới thiệu cơ quan ở danh mục *Ban, cơ quan*.
3. Thêm tên người chịu trách nhiệm nội dung và số điện thoại trong *Cài đặt cổng tin*.
4. Thay bài viết này bằng tin đầu tiên của cơ quan.
`,
		),
		"content/pages/gioi-thieu.md": writeDocument(
			{
				title: "Giới thiệu",
				summary: `${name} là cổng tin do ${committee} phụ trách.`.slice(0, 600),
			},
			`**${title}** là cổng tin của ${office}.

## Chức năng, nhiệm vụ

*(Viết hai, ba câu về chức năng, nhiệm vụ của cơ quan.)*

## Lãnh đạo cơ quan

| Chức vụ | Họ và tên |
| --- | --- |
| Trưởng Ban | *(họ và tên)* |
| Phó Trưởng Ban | *(họ và tên)* |

## Chúng tôi viết như thế nào

- Mỗi bài có tên người viết và cơ quan chịu trách nhiệm.
- Bài sửa sau khi đăng có ghi “Cập nhật”.
- Bài có sai sót nghiêm trọng được gỡ công khai, kèm lý do.

Bạn đọc muốn góp ý hoặc gửi bài, mời xem trang [Liên hệ](/lien-he.html).
`,
			"page",
		),
		"content/pages/lien-he.md": writeDocument(
			{
				title: "Liên hệ",
				summary: "Địa chỉ, điện thoại, thư điện tử của Ban Biên tập và cách gửi bài, đính chính.",
			},
			`## Ban Biên tập

- Cơ quan: ${office}
- Địa chỉ: *(số nhà, đường, xã hoặc phường)*, ${unit}
- Điện thoại: *(số điện thoại, giờ làm việc)*
- Thư điện tử: *(địa chỉ thư)*

## Gửi bài, đính chính

Bài viết, ảnh và yêu cầu đính chính gửi về địa chỉ trên, ghi rõ họ tên, nơi ở và số điện thoại.
`,
			"page",
		),
		"content/pages/ban-quyen.md": writeDocument(
			{
				title: "Bản quyền và đăng lại",
				summary:
					"Được đăng lại tin, bài khi ghi rõ nguồn, kèm đường dẫn tới bài gốc và không làm sai nội dung.",
			},
			`Được đăng lại tin, bài và ảnh của cổng tin khi ghi “Nguồn: ${title}” kèm đường dẫn tới bài gốc, và không làm sai nội dung.

Bài lấy lại của báo, đài khác thì quyền tác giả thuộc báo, đài ấy; muốn đăng lại, xin liên hệ nơi đăng đầu tiên.
`,
			"page",
		),
		"content/pages/chinh-sach-rieng-tu.md": writeDocument(
			{
				title: "Chính sách riêng tư",
				summary: "Cổng tin không đặt cookie và không theo dõi bạn đọc.",
			},
			`## Khi bạn đọc tin

Cổng tin không đặt cookie, không gắn mã theo dõi và không gửi thông tin của bạn cho bên thứ ba. Cỡ chữ, giao diện, những bài bạn đã đọc và đã lưu để đọc khi không có mạng chỉ nằm trong máy của bạn. Video chỉ được tải từ nơi khác khi bạn bấm xem.

## Khi bạn gửi ý kiến

Họ tên, địa chỉ, số điện thoại được giữ để xác minh và trả lời, không đăng lên cổng tin nếu bạn chưa đồng ý.

## Khi bạn được nhắc tên trong bài

Nếu muốn đính chính hoặc ẩn tên, hãy viết cho Ban Biên tập theo địa chỉ ở trang [Liên hệ](/lien-he.html).
`,
			"page",
		),
		"content/tags/cong-tin.yml": writeData(
			{ name: "Cổng tin", description: "Bài viết về chính cổng tin này." },
			"tag",
		),
	};
}

/** The kind of a committee, guessed from its name. */
function kindOf(name: string): (typeof committeeKinds)[number] {
	const words = fold(name);
	const says = (part: string) => words.includes(fold(part));
	if (says("tuyên giáo") && says("dân vận")) return "propaganda-and-mass-mobilisation";
	if (says("chỉ đạo")) return "steering";
	if (says("dân vận")) return "mass-mobilisation";
	if (says("tuyên giáo")) return "propaganda";
	if (says("mặt trận")) return "front";
	if (says("kiểm tra")) return "inspection";
	if (says("tổ chức")) return "organisation";
	if (says("văn phòng")) return "office";
	return "other";
}

/** The level of a committee, guessed from its name. */
function levelOf(name: string): (typeof committeeLevels)[number] {
	const words = fold(name);
	if (/\btrung uong\b/.test(words)) return "central";
	return /\b(?:xa|phuong|dac khu)\b/.test(words) ? "commune" : "province";
}

function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
