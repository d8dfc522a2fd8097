import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toTcvn3 } from "../../encodings/tcvn3.ts";
import type { SourceOptions } from "../../source.ts";
import { sampleOf } from "../sample.ts";
import { sql } from "./sql.ts";
import { sqlRows } from "./sql-dump.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "sql-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function itemsOf(dump: string | Buffer, options: SourceOptions = {}, name = "dump.sql") {
	const path = join(directory, name);
	await writeFile(path, dump);
	const items = [];
	for await (const item of sql.open(path, options).articles()) items.push(item);
	return items;
}

async function* piecesOf(text: string, size: number) {
	for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rowsOf(text: string, size = 7) {
	const rows = [];
	for await (const row of sqlRows(piecesOf(text, size), () => true)) rows.push(row);
	return rows;
}

const nukeviet = `-- NukeViet
SET NAMES utf8;
/*!40101 SET @saved = 1 */;
CREATE TABLE \`nv4_vi_news_detail\` (
  \`id\` int(11) unsigned NOT NULL,
  \`bodyhtml\` longtext NOT NULL,
  \`sourcetext\` varchar(255) DEFAULT '',
  PRIMARY KEY (\`id\`)
) ENGINE=MyISAM;
INSERT INTO \`nv4_vi_news_detail\` VALUES (7,'<p>Đoạn một; \\'trích\\'.</p>\\r\\n<p><img src=\\"/uploads/news/2019_02/b.jpg\\" /></p>','Báo Xã'),(8,'<p>Bài hai</p>','');
INSERT INTO \`nv4_vi_news_cat\` (\`catid\`, \`title\`, \`alias\`) VALUES (3, 'Tin xã', 'Tin-xa');
INSERT INTO \`nv4_vi_news_rows\` (\`id\`,\`catid\`,\`listcatid\`,\`author\`,\`sourceid\`,\`addtime\`,\`edittime\`,\`status\`,\`publtime\`,\`title\`,\`alias\`,\`hometext\`,\`homeimgfile\`,\`homeimgalt\`,\`hitstotal\`) VALUES
(7,3,'3','Lan',0,1549933200,1549936800,1,1549933200,'Làm đường &quot;mới&quot;','Lam-duong-moi','Sapo &amp; hơn','2019_02/a.jpg','Đường',215),
(8,3,'3','',0,0,0,0,0,'Bài hai chưa đăng','Bai-hai','','','',0);
INSERT INTO \`nv4_vi_news_tags_id\` VALUES (7,1,'đường làng'),(7,2,'nông thôn');
`.replace(
	"INSERT INTO `nv4_vi_news_tags_id` VALUES",
	"INSERT INTO `nv4_vi_news_tags_id` (`id`,`tid`,`keyword`) VALUES",
);

describe("sql", () => {
	test("reads every NukeViet module with articles, whatever its name, in each language", async () => {
		const tables = (prefix: string, title: string) =>
			nukeviet
				.replaceAll("nv4_vi_news_", prefix)
				.replace("Làm đường &quot;mới&quot;", title)
				.replace("SET NAMES utf8;", "");
		const dump = [
			tables("nv4_vi_news_", "Tin của mô-đun news"),
			tables("nv4_vi_tin_tuc_", "Tin của mô-đun tin-tuc"),
			tables("nv4_en_news_", "News in English"),
		].join("");
		const items = await itemsOf(dump);
		const published = items.flatMap((item) =>
			"title" in item && item.title !== "Bài hai chưa đăng" ? [item] : [],
		);
		expect(published.sort((a, b) => (a.title < b.title ? -1 : 1))).toMatchObject([
			{ title: "News in English", tags: ["đường làng", "nông thôn"] },
			{ title: "Tin của mô-đun news", body: { html: expect.stringContaining("Đoạn một") } },
			{
				title: "Tin của mô-đun tin-tuc",
				body: { html: expect.stringContaining("Đoạn một") },
				formerAddresses: expect.arrayContaining(["/tin-tuc/Tin-xa/Lam-duong-moi-7.html"]),
			},
		]);
		// Ids are unique only within a table.
		expect(new Set(items.map(({ id }) => id)).size).toBe(6);
	});

	test("reads NukeViet", async () => {
		expect(await itemsOf(nukeviet)).toEqual([
			{
				position: 1,
				id: "7",
				title: 'Làm đường "mới"',
				slug: "Lam-duong-moi",
				lead: "Sapo & hơn",
				body: {
					html: "<p>Đoạn một; 'trích'.</p>\r\n<p><img src=\"/uploads/news/2019_02/b.jpg\" /></p>",
				},
				date: "1549933200",
				updated: "1549936800",
				authors: ["Lan"],
				source: "Báo Xã",
				categories: ["Tin xã"],
				tags: ["đường làng", "nông thôn"],
				views: 215,
				repaired: [],
				files: [{ reference: "/uploads/news/2019_02/a.jpg", isLead: true, caption: "Đường" }],
				formerAddresses: [
					"/vi/news/Tin-xa/Lam-duong-moi-7.html",
					"/news/Tin-xa/Lam-duong-moi-7.html",
					"/Tin-xa/Lam-duong-moi-7.html",
					"/index.php?language=vi&nv=news&op=Tin-xa/Lam-duong-moi-7",
				],
			},
			expect.objectContaining({ position: 2, id: "8", isDraft: true }),
		]);
	});

	test.each([
		["Theo https://bao.example.vn/x", "https://bao.example.vn/x", "https://bao.example.vn/x"],
		["Nguồn: Báo Xã (https://bao.example.vn/x)", "Báo Xã", "https://bao.example.vn/x"],
		["(Theo Báo Bản)", "Báo Bản", undefined],
	])("finds the source and its address in %s", async (said, source, link) => {
		const [item] = await itemsOf(nukeviet.replace("'Báo Xã'", `'${said}'`));
		expect(item).toMatchObject({ source, ...(link && { link }) });
	});

	test("reads a compressed dump like a plain one", async () => {
		expect(await itemsOf(gzipSync(nukeviet), {}, "d.sql.gz")).toEqual(await itemsOf(nukeviet));
	});

	test("leaves out and names what lies in Joomla's bin", async () => {
		const dump = `INSERT INTO \`jos_content\` (\`id\`,\`title\`,\`alias\`,\`introtext\`,\`fulltext\`,\`state\`,\`created_by\`) VALUES (5,'Bài còn','con','<p>Chữ</p>','',1,9),(6,'Bài bỏ','bo','<p>Chữ</p>','',-2,9),(7,'Bài dở','do','<p>Chữ</p>','',0,9);
INSERT INTO \`jos_users\` (\`id\`,\`name\`) VALUES (9,'Super User');`;
		expect(await itemsOf(dump)).toMatchObject([
			{ title: "Bài còn", authors: [] },
			{ id: "6", unreadable: expect.stringContaining("thùng rác") },
			{ title: "Bài dở", isDraft: true },
		]);
	});

	const posts = (prefix: string, rows: string) =>
		`CREATE TABLE \`${prefix}posts\` (\`ID\` bigint, \`post_author\` bigint, \`post_date\` datetime, \`post_content\` longtext, \`post_title\` text, \`post_excerpt\` text, \`post_status\` varchar(20), \`post_password\` varchar(20), \`post_name\` varchar(200), \`guid\` varchar(255), \`post_type\` varchar(20));
INSERT INTO \`${prefix}posts\` VALUES ${rows};
`;
	const post = (id: number, title: string, more = "'publish','','p','g','post'", text = "Một\\n\\nHai") =>
		`(${id},2,'2019-03-02 07:30:00','${text}','${title}','',${more})`;

	test.each(["wp_", "", "x2_"])("reads WordPress whose tables begin with “%s”", async (prefix) => {
		const rows = [
			post(7, "Bài bảy", "'publish','','b%e1%ba%a3n','g','post'"),
			post(8, "Ảnh", "'inherit','','a','https://cu.example/a.png','attachment'"),
		];
		const dump = `${posts(prefix, rows.join(","))}
INSERT INTO \`${prefix}users\` (\`ID\`,\`display_name\`) VALUES (2,'Lò Mai');
INSERT INTO \`${prefix}terms\` (\`term_id\`,\`name\`,\`slug\`) VALUES (5,'Tin xã','tin-xa'),(6,'mương','muong');
INSERT INTO \`${prefix}term_taxonomy\` (\`term_taxonomy_id\`,\`term_id\`,\`taxonomy\`) VALUES (15,5,'category'),(16,6,'post_tag');
INSERT INTO \`${prefix}term_relationships\` (\`object_id\`,\`term_taxonomy_id\`) VALUES (7,15),(7,16);
INSERT INTO \`${prefix}postmeta\` (\`post_id\`,\`meta_key\`,\`meta_value\`) VALUES (7,'views','3'),(7,'_thumbnail_id','8');`;
		expect(await itemsOf(dump)).toMatchObject([
			{
				id: "7",
				title: "Bài bảy",
				body: { html: "<p>Một</p>\n<p>Hai</p>" },
				authors: ["Lò Mai"],
				categories: ["Tin xã"],
				tags: ["mương"],
				formerAddresses: ["/?p=7", "/b%E1%BA%A3n/", "/tin-xa/b%E1%BA%A3n/"],
				files: [{ reference: "https://cu.example/a.png", isLead: true }],
			},
		]);
	});

	test("knows what a row of WordPress is", async () => {
		const rows = [
			post(1, "Nháp", "'draft','','p','g','post'"),
			post(2, "Bỏ", "'trash','','p','g','post'"),
			post(3, "Trang", "'publish','','p','g','page'"),
			post(4, "Bản cũ", "'inherit','','p','g','revision'"),
			post(5, "Kín", "'publish','mật','p','g','post'"),
			post(6, "Hẹn", "'future','','p','g','post'"),
			post(7, "Mã", undefined, '[hop]Chữ[/hop] [gallery ids="9"]'),
		];
		expect(await itemsOf(posts("wp_", rows.join(",")))).toMatchObject([
			{ title: "Nháp", isDraft: true },
			{ unreadable: expect.stringContaining("thùng rác") },
			{ unreadable: expect.stringContaining("“page”") },
			{ title: "Kín", isDraft: true },
			expect.not.objectContaining({ isDraft: true }),
			{ doubts: [{ detail: expect.stringContaining("[hop]") }, { detail: expect.stringContaining("9") }] },
		]);
	});

	test("reads Drupal 8 with its languages and addresses", async () => {
		const dump = `INSERT INTO \`node_field_data\` (\`nid\`,\`type\`,\`langcode\`,\`status\`,\`uid\`,\`title\`,\`created\`,\`default_langcode\`) VALUES (7,'article','vi',1,2,'Bài bảy',1551486600,1),(7,'article','en',1,2,'Article seven',1551486600,0),(8,'page','vi',1,2,'Trang',1551486600,1);
INSERT INTO \`node__body\` (\`entity_id\`,\`langcode\`,\`body_value\`) VALUES (7,'vi','<p>Chữ</p>'),(7,'en','<p>Words</p>'),(8,'vi','x');
INSERT INTO \`users_field_data\` (\`uid\`,\`name\`) VALUES (2,'Lò Mai');
INSERT INTO \`path_alias\` (\`path\`,\`alias\`,\`langcode\`) VALUES ('/node/7','/tin/bay','vi');
INSERT INTO \`node__field_image\` (\`entity_id\`,\`field_image_target_id\`) VALUES (7,1);
INSERT INTO \`file_managed\` (\`fid\`,\`uri\`) VALUES (1,'public://2019/a.png');`;
		expect(await itemsOf(dump)).toMatchObject([
			{
				title: "Bài bảy",
				body: { html: "<p>Chữ</p>" },
				authors: ["Lò Mai"],
				formerAddresses: ["/tin/bay", "/node/7", "/?q=node/7"],
				files: [{ reference: "/sites/default/files/2019/a.png" }],
			},
			{ title: "Article seven", body: { html: "<p>Words</p>" } },
			{ unreadable: expect.stringContaining("“page”") },
		]);
	});

	test.each([
		{
			version: 6,
			body: "CREATE TABLE `dr_node_revisions` (`nid` int, `vid` int, `body` text);\nINSERT INTO `dr_node_revisions` VALUES (7,16,'Cũ'),(7,17,'Một\\n\\nHai');\nINSERT INTO `dr_url_alias` (`src`,`dst`) VALUES ('node/7','tin/bay.html');",
		},
		{
			version: 7,
			body: "INSERT INTO `dr_field_data_body` (`entity_type`,`entity_id`,`body_value`) VALUES ('node',7,'Một\\n\\nHai'),('comment',7,'Ý kiến');\nINSERT INTO `dr_url_alias` (`source`,`alias`) VALUES ('node/7','tin/bay.html');",
		},
	])("reads Drupal $version, whose paragraphs have no tags", async ({ body }) => {
		const dump = `INSERT INTO \`dr_node\` (\`nid\`,\`vid\`,\`type\`,\`title\`,\`uid\`,\`status\`,\`created\`,\`promote\`,\`moderate\`,\`sticky\`) VALUES (7,17,'story','Bài bảy',2,1,1551486600,1,0,0);\n${body}`;
		expect(await itemsOf(dump)).toMatchObject([
			{
				title: "Bài bảy",
				body: { html: "<p>Một</p>\n<p>Hai</p>" },
				formerAddresses: ["/tin/bay.html", "/node/7", "/?q=node/7"],
			},
		]);
	});

	test("reads Joomla with categories, users, tags and pictures", async () => {
		const dump = `INSERT INTO jos_categories (id,title,alias,path) VALUES (4,'Tin','tin','tin-tuc/tin');
INSERT INTO jos_users (id,name) VALUES (9,'Văn Tám');
INSERT INTO jos_tags (id,title) VALUES (1,'dân vận');
INSERT INTO jos_contentitem_tag_map (content_item_id,tag_id) VALUES (5,1);
INSERT INTO jos_content (id,title,alias,introtext,\`fulltext\`,state,catid,created,created_by,created_by_alias,publish_up,images,metakey,hits,modified) VALUES
(5,'Bài Joomla','bai-joomla','<p>Mở đầu</p>','<p>Thân bài</p>',1,4,'2015-01-02 03:04:05',9,'','0000-00-00 00:00:00','{"image_intro":"images/a.jpg#joomlaImage://x","image_intro_caption":"Ảnh"}','nông thôn, xã',3,'0000-00-00 00:00:00');`;
		expect(await itemsOf(dump)).toMatchObject([
			{
				title: "Bài Joomla",
				date: "2015-01-02 03:04:05",
				authors: ["Văn Tám"],
				categories: ["Tin"],
				tags: ["dân vận", "nông thôn", "xã"],
				body: { html: "<p>Mở đầu</p>\n<p>Thân bài</p>" },
				files: [{ reference: "/images/a.jpg", isLead: true, caption: "Ảnh" }],
				formerAddresses: expect.arrayContaining([
					"/index.php?option=com_content&view=article&id=5",
					"/tin-tuc/tin/5-bai-joomla",
				]),
			},
		]);
	});

	test("reads DNN's scripts in UTF-16, with encoded markup, times and concatenated strings", async () => {
		const dump = `USE [portal]\nGO\nSET IDENTITY_INSERT [dbo].[Announcements] ON\nGO
INSERT [dbo].[Announcements] ([ItemID], [Title], [Description], [PublishDate], [CreatedDate]) VALUES (1, N'Họp ''giao ban''', N'&lt;p&gt;Nội dung&lt;/p&gt;' + N'&lt;p&gt;thêm&lt;/p&gt;', NULL, CAST(N'2012-03-05T08:00:00.000' AS DateTime))
INSERT [dbo].[Announcements] ([ItemID], [Title], [Description], [PublishDate], [CreatedDate]) VALUES (2, N'Bài hai', N'x', CAST(0x0000A00B00C5C100 AS DateTime), NULL)
GO
`;
		expect(await itemsOf(Buffer.from(`\uFEFF${dump}`, "utf16le"))).toMatchObject([
			{
				id: "1",
				title: "Họp 'giao ban'",
				body: { html: "<p>Nội dung</p><p>thêm</p>" },
				date: "2012-03-05T08:00:00.000",
			},
			{ id: "2", date: "2012-03-05T12:00:00" },
		]);
	});

	test("detects double-encoded UTF-8 and TCVN3 row by row", async () => {
		const broken = "<p>Huyện đã làm được hai mươi cầu mới ở các xã</p>";
		const dump = Buffer.concat([
			Buffer.from("INSERT INTO t (title,body) VALUES ('Bài một','"),
			Buffer.from(Buffer.from(broken).toString("latin1"), "utf8"),
			Buffer.from("'),('Bai hai','"),
			Buffer.from(toTcvn3("<p>ủy ban nhân dân huyện họp bàn về đường làng</p>"), "latin1"),
			Buffer.from("'),('Bài \xE1','x');", "latin1"),
		]);
		const columns = join(directory, "cot.yml");
		await writeFile(columns, "articles: t\ntitle: title\nbody: body\n");
		expect(await itemsOf(dump, { columns })).toMatchObject([
			{ body: { html: broken } },
			{ body: { html: "<p>ủy ban nhân dân huyện họp bàn về đường làng</p>" } },
			{ title: expect.stringContaining("B") },
		]);
	});

	test("continues after a broken row and names its table", async () => {
		const dump =
			"INSERT INTO t (title,body) VALUES ('A1','x'),(broken';\nINSERT INTO t (title,body) VALUES ('A2','y');\nINSERT INTO t (title,body) VALUES ('A3','cut of";
		const columns = join(directory, "cot.yml");
		await writeFile(columns, "title: title\nbody: body\n");
		expect(await itemsOf(dump, { columns })).toMatchObject([
			{ title: "A1" },
			{ title: "A2" },
			{ unreadable: expect.stringContaining("“t”") },
			{ unreadable: expect.stringContaining("“t”") },
		]);
	});

	test("recognises NukeViet by its table of articles alone, however the definitions are formatted", async () => {
		const dump = [
			"CREATE TABLE `nv3_vi_news_rows` (`id` int(11) NOT NULL, `title` varchar(255) DEFAULT '(a, b)', `alias` varchar(255), `hometext` text, `sourceid` int, `publtime` int, PRIMARY KEY (`id`, `alias`)) ENGINE=MyISAM;",
			"INSERT INTO `nv3_vi_news_rows` VALUES (4,'Mở đường lên bản','mo-duong','Bản có đường.',2,1549933200);",
			"CREATE TABLE `nv3_vi_news_detail` (`id` int, `bodyhtml` text, `sourcetext` varchar(255));",
			"INSERT INTO `nv3_vi_news_detail` VALUES (4,'<p>Đường dài.</p>','https://bao.example/duong-4.htm');",
			"CREATE TABLE `nv3_vi_news_sources` (`sourceid` int, `title` varchar(99));",
			"INSERT INTO `nv3_vi_news_sources` VALUES (2,'Báo Bản');",
		].join("\n");
		expect(await itemsOf(dump)).toMatchObject([
			{
				id: "4",
				title: "Mở đường lên bản",
				lead: "Bản có đường.",
				authors: [],
				source: "Báo Bản",
				link: "https://bao.example/duong-4.htm",
				body: { html: "<p>Đường dài.</p>" },
			},
		]);
	});

	test("lists the tables if no mapping fits", async () => {
		await expect(itemsOf("INSERT INTO x_content (a) VALUES (1);")).rejects.toThrow("x_content");
		const columns = join(directory, "cot.yml");
		await writeFile(columns, "articles: khac\ntitle: a\nbody: a\n");
		await expect(itemsOf("INSERT INTO x (a) VALUES (1);", { columns })).rejects.toThrow("“khac”");
		await writeFile(columns, "articles: x\ntitle: ten\nbody: a\n");
		await expect(itemsOf("INSERT INTO x (a) VALUES (1);", { columns })).rejects.toThrow("“ten”");
	});

	test("reports every problem of a mapping", async () => {
		const columns = join(directory, "cot.yml");
		await writeFile(columns, "tittle: a\nbody: b\nbody-kind: word\naddresses: [tin]\n");
		const problems = await itemsOf("", { columns }).catch((error: Error) => error.message);
		expect(problems).toMatch(/tittle[\s\S]*thiếu|thiếu[\s\S]*tittle/);
		expect(problems).toContain("encoded-html");
		expect(problems).toContain("bắt đầu bằng “/”");
	});

	test("recognises dumps by their content", async () => {
		const path = join(directory, "ban-sao");
		await writeFile(path, nukeviet);
		expect(sql.recognises(await sampleOf(path))).toBeGreaterThan(0.5);
		await writeFile(path, "Chỉ là chữ");
		expect(sql.recognises(await sampleOf(path))).toBe(0);
	});
});

describe("sqlRows", () => {
	test("reads any text, however the stream is split", async () => {
		const values = fc.array(fc.string({ unit: "binary-ascii" }), { minLength: 1, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(values, { minLength: 1, maxLength: 4 }),
				fc.integer({ min: 1, max: 9 }),
				async (rows, size) => {
					const clean = rows.map((row) => row.map((value) => value.replace(/[^\t\n -~]/g, "")));
					const mysql = (value: string) => `'${value.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n")}'`;
					const server = (value: string) => `N'${value.replaceAll("'", "''")}'`;
					for (const [table, write] of [
						["`t`", mysql],
						["[dbo].[t]", server],
					] as const) {
						const tuples = clean.map((row) => `(${row.map(write).join(", ")})`).join(",\n");
						const found = await rowsOf(`INSERT INTO ${table} (a,b,c,d) VALUES ${tuples};\n`, size);
						expect(found.map((row) => ("values" in row ? row.values : row))).toEqual(clean);
					}
				},
			),
		);
	});

	// With quadratic time this test would never end.
	test("reads a line of two megabytes", async () => {
		const long = "a\\'b".repeat(500_000);
		const [row] = await rowsOf(`INSERT INTO t (a) VALUES ('${long}');`, 65_536);
		expect(row && "values" in row && row.values[0]?.length).toBe(1_500_000);
	});

	test("skips comments, procedures and unknown statements", async () => {
		const text = `# c\n/* INSERT INTO x VALUES (1); */\nDROP TABLE IF EXISTS t;\nALTER TABLE t ADD (x int);\nINSERT INTO t (a) SELECT 1;\nINSERT IGNORE INTO t (a,b,c,d) VALUES (NULL, 0x4142, now(), -1.5);`;
		expect(await rowsOf(text)).toMatchObject([{ table: "t", values: [undefined, "AB", undefined, "-1.5"] }]);
	});
});
