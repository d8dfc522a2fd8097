/** The files of a new portal besides its content. */
import type { PortalFiles } from "./portal-content.ts";

export interface PortalFrame {
	/** Name of the npm package: a slug. */
	readonly packageName: string;
	readonly siteName: string;
	/** How npm finds the product: a range, a Git address, `file:…`. */
	readonly product: string;
	/** The oldest Node: `>=20.19`. */
	readonly node: string;
}

const commands = [
	"start",
	"desk",
	"backup",
	"voice",
	"views",
	"build",
	"check",
	"import",
	"export",
	"archive",
	"verify-archive",
	"deploy",
	"verify-site",
];

/** The folder of the product's Netlify plugin in a portal that has installed it. */
const netlifyCache = "/node_modules/tintinh/scripts/netlify-cache";

export function portalFrame({ packageName, siteName, product, node }: PortalFrame): PortalFiles {
	const manifest = {
		name: packageName,
		version: "1.0.0",
		private: true,
		type: "module",
		engines: { node },
		scripts: Object.fromEntries(commands.map((name) => [name, `tintinh ${name}`])),
		dependencies: { tintinh: product },
	};
	return {
		"package.json": `${JSON.stringify(manifest, undefined, "\t")}\n`,
		".eleventy.js": `import tintinh from "tintinh";

export default async function portal(eleventyConfig) {
	await eleventyConfig.addPlugin(tintinh);
}

export { config } from "tintinh";
`,
		".gitignore": [
			"node_modules/",
			"/_site",
			"/._site.*",
			"/_published",
			"/_eleventy/",
			".cache/",
			"/.desk/",
			"import-report*.html",
			"*.log",
			"",
		].join("\n"),
		"netlify.toml": `# Chuyển hướng và tiêu đề HTTP nằm trong cổng tin đã dựng: tệp _redirects và _headers.

[build]
command = "npm run build && npm run deploy -- --to _published"
publish = "_published"

[build.environment]
NODE_VERSION = "22"
NPM_CONFIG_AUDIT = "false"

# Giữ lại .cache cho lần dựng sau.
[[plugins]]
package = "${netlifyCache}"
`,
		"README.md": readme(siteName, product),
	};
}

/** How to get a newer product, by the way in which npm finds it. In Vietnamese, a step of a list. */
function upgradeOf(product: string): string {
	const path = product.replace(/^file:/, "");
	if (/\.t(?:ar\.)?gz$/.test(product)) return "Cài tệp của bản mới: `npm install ./tintinh-….tgz`.";
	if (path !== product) return `Lấy mã mới ở thư mục \`${path}\`: vào đó, chạy \`git pull && npm ci\`.`;
	if (/[:/]/.test(product))
		return "Đổi thẻ sau dấu `#` ở dòng `tintinh` trong `package.json`, rồi `npm install`.";
	return "Chạy `npm update tintinh`.";
}

/** What Netlify needs besides `netlify.toml`: files outside the portal's folder are not there. */
function netlifyNote(product: string): string {
	return product.startsWith("file:..")
		? " Netlify không thấy các thư mục khác trên máy này: trước đó hãy chép tệp `.tgz` của Tin Tỉnh (do `npm pack` tạo) vào đây và cài bằng `npm install ./tintinh-….tgz`."
		: "";
}

function readme(name: string, product: string): string {
	return `# ${name}

Cổng tin này dùng bộ công cụ Tin Tỉnh. Bài viết là các tệp trong thư mục \`content/\`; dựng xong, cổng tin là các tệp tĩnh mà máy chủ web nào cũng phục vụ được. Sổ tay biên tập (\`editing.md\`) và các hướng dẫn khác nằm trong thư mục \`docs/\` của mã nguồn Tin Tỉnh.

## Chạy trên máy

Cần Node.js 20.19 trở lên và Git.

\`\`\`sh
npm install
npm start
\`\`\`

Lệnh sau in ra ba địa chỉ: cổng tin, bàn làm việc và biểu mẫu viết bài mới. Đăng bài ở đó, hoặc sửa tệp trong \`content/\`, thì cổng tin tự dựng lại.

## Các lệnh

| Lệnh | Việc |
| --- | --- |
| \`npm start\` | mở cổng tin và bàn làm việc, chỉ trên máy này |
| \`npm run desk -- --origin ĐỊA-CHỈ\` | mở bàn làm việc cho cả tòa soạn, trên máy chủ |
| \`npm run backup -- --to THƯ-MỤC\` | sao lưu bàn làm việc, cả bản nháp và tài khoản |
| \`npm run check\` | liệt kê mọi lỗi của nội dung, kèm cách sửa |
| \`npm run build\` | dựng cổng tin vào \`_site\` |
| \`npm run deploy -- --to ĐÍCH\` | đưa cổng tin đã dựng tới một thư mục, hoặc tới máy chủ: \`tên@máy-chủ:/thư-mục\` |
| \`npm run verify-site -- --output THƯ-MỤC\` | đối chiếu từng tệp của một bản sao |
| \`npm run archive -- --year NĂM --to TỆP\` | đóng tin của một năm thành tệp nén đọc không cần mạng; kiểm tra bằng \`npm run verify-archive -- TỆP\` |
| \`npm run import -- NGUỒN\` | đưa bài của cổng tin cũ về |
| \`npm run export -- --jsonl --output TỆP\` | xuất mọi bài ra một tệp |
| \`npm run voice\`, \`npm run views\` | chạy riêng phần lượt xem và ý kiến bạn đọc; đếm lượt xem từ nhật ký máy chủ |

Mỗi lệnh có hướng dẫn, ví dụ \`npx tintinh build --help\`.

## Các thư mục

| Nơi | Giữ gì |
| --- | --- |
| \`content/site.yml\` | tên cổng tin, địa chỉ, danh mục, liên hệ |
| \`content/articles/\` | bài viết, theo năm và tháng |
| \`content/pages/\` | trang cố định: giới thiệu, liên hệ… |
| \`content/authors/\`, \`content/committees/\` | tác giả; ban, cơ quan |
| \`content/media/\` | biểu trưng, ảnh dùng chung |
| \`theme/\` (chưa có, khi cần thì tạo) | màu sắc, phông chữ, câu chữ riêng |

## Việc cần làm trước khi công bố

1. Điền những chỗ trong ngoặc *(…)* ở \`content/pages/gioi-thieu.md\` và \`content/pages/lien-he.md\`.
2. Viết phần giới thiệu cơ quan (\`description\`) ở tệp trong \`content/committees/\`: bạn đọc thấy phần này.
3. Xem lại \`content/site.yml\`: \`url\` phải là địa chỉ thật; thêm \`responsible\` (người chịu trách nhiệm nội dung) và \`contact\`.
4. Thay bài “Ra mắt cổng tin” bằng tin đầu tiên.
5. Bật lượt xem, ý kiến bạn đọc hay thư gửi tòa soạn thì sửa trang \`content/pages/chinh-sach-rieng-tu.md\` cho đúng.
6. Đưa cổng tin lên máy chủ bằng \`npm run deploy\`, hoặc lên Netlify (\`netlify.toml\` đã có sẵn).${netlifyNote(product)}

## Nâng cấp

1. ${upgradeOf(product)}
2. \`npm run check -- --fix\` sửa những gì bản mới cần đổi trong nội dung. Điều gì phải sửa tay thì lệnh nói rõ tệp, dòng và cách sửa.
3. \`npm run build\` dựng lại cổng tin.
`;
}
