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
		"netlify.toml": `# Địa chỉ chuyển hướng và tiêu đề HTTP đi kèm cổng tin đã dựng (_redirects, _headers).

[build]
command = "npm run build && npm run deploy -- --to _published"
publish = "_published"

[build.environment]
NODE_VERSION = "22"
NPM_CONFIG_AUDIT = "false"

# Giữ .cache từ lần dựng này sang lần dựng sau.
[[plugins]]
package = "${netlifyCache}"
`,
		"README.md": readme(siteName),
	};
}

function readme(name: string): string {
	return `# ${name}

Cổng tin này chạy bằng Tin Tỉnh (gói \`tintinh\`): bài viết là các tệp trong thư mục \`content/\`, cổng tin dựng xong là các tệp tĩnh.

## Chạy trên máy

Cần Node 20.19 trở lên và Git.

\`\`\`sh
npm install
npm start
\`\`\`

Lệnh sau in ra ba địa chỉ: cổng tin, bàn làm việc và trình soạn bài. Lưu bài trong trình soạn bài, hoặc sửa tệp trong \`content/\`, cổng tin tự dựng lại.

## Các lệnh

| Lệnh | Việc |
| --- | --- |
| \`npm start\` | mở cổng tin và trình soạn bài trên máy này |
| \`npm run desk -- --origin ĐỊA-CHỈ\` | mở bàn làm việc cho cả tòa soạn, trên máy chủ |
| \`npm run backup -- --to THƯ-MỤC\` | sao lưu bàn làm việc, cả bản nháp và tài khoản |
| \`npm run check\` | liệt kê mọi lỗi của nội dung, kèm cách sửa |
| \`npm run build\` | dựng cổng tin vào \`_site\` |
| \`npm run deploy -- --to ĐÍCH\` | đưa cổng tin đã dựng lên máy chủ: một thư mục, hoặc \`tên@máy-chủ:/thư-mục\` |
| \`npm run import -- NGUỒN\` | đưa bài của cổng tin cũ vào |
| \`npm run export -- --jsonl --output TỆP\` | xuất mọi bài ra tệp |

Mỗi lệnh có hướng dẫn: \`npx tintinh build --help\`.

## Các thư mục

| Nơi | Giữ gì |
| --- | --- |
| \`content/site.yml\` | tên cổng tin, địa chỉ, danh mục, liên hệ |
| \`content/articles/\` | bài viết, theo năm và tháng |
| \`content/pages/\` | trang cố định: giới thiệu, liên hệ… |
| \`content/authors/\`, \`content/committees/\` | tác giả; ban, cơ quan |
| \`content/media/\` | biểu trưng, ảnh dùng chung |

## Việc cần làm trước khi công bố

1. Điền những chỗ trong ngoặc *(…)* ở \`content/pages/gioi-thieu.md\` và \`content/pages/lien-he.md\`.
2. Xem lại \`content/site.yml\`: \`url\` phải là địa chỉ thật; thêm \`responsible\` (người chịu trách nhiệm) và \`contact\`.
3. Thay bài “Ra mắt cổng tin” bằng tin đầu tiên.
4. Đưa cổng tin lên Netlify (\`netlify.toml\` đã có sẵn), hoặc máy chủ riêng bằng \`npm run deploy\`.

## Nâng cấp

\`\`\`sh
npm update tintinh
npm run check -- --fix
npm run build
\`\`\`

\`npm update\` lấy bản mới theo cách ghi trong \`package.json\`. Nếu dòng ấy trỏ tới một tệp \`.tgz\`, hãy cài tệp mới: \`npm install ./tintinh-….tgz\`. \`check --fix\` sửa những gì bản mới cần đổi trong nội dung; điều gì phải sửa tay thì lệnh nói rõ tệp, dòng và cách sửa.
`;
}
