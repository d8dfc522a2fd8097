import { fold } from "../../../text/index.ts";
import type { ColumnMapping } from "./column-mapping.ts";

/** NukeViet 4, module news: the table nv4_vi_news_rows, with bodies in nv4_vi_news_detail. */
const nukeviet = {
	articles: "*_news_rows",
	tables: {
		detail: { table: "*_news_detail", key: "id", by: "id" },
		category: { table: "*_news_cat", key: "catid", by: "catid" },
		keyword: { table: "*_news_tags_id", key: "id", by: "id" },
		source: { table: "*_news_sources", key: "sourceid", by: "sourceid" },
	},
	id: ["id"],
	title: ["title"],
	slug: ["alias"],
	lead: ["hometext"],
	body: ["detail.bodyhtml"],
	"body-kind": "html",
	date: ["publtime", "addtime"],
	updated: ["edittime"],
	author: ["author"],
	source: ["detail.sourcetext", "source.title"],
	category: ["category.title"],
	tags: ["keyword.keyword"],
	image: ["homeimgfile"],
	"image-folder": "/uploads/news/",
	caption: ["homeimgalt"],
	views: ["hitstotal"],
	state: "status",
	published: ["1"],
	addresses: [
		"/vi/news/{category.alias}/{alias}-{id}.html",
		"/news/{category.alias}/{alias}-{id}.html",
		"/{category.alias}/{alias}-{id}.html",
		"/index.php?language=vi&nv=news&op={category.alias}/{alias}-{id}",
	],
} satisfies ColumnMapping;

/** The part that all versions of Drupal share. */
const drupal = {
	id: ["nid"],
	title: ["title"],
	"body-kind": "lines-html",
	date: ["created"],
	updated: ["changed"],
	state: "status",
	published: ["1"],
	kind: "type",
	"other-kinds": ["page", "webform", "panel", "poll", "banner", "slideshow"],
	addresses: ["/node/{nid}", "/?q=node/{nid}"],
} satisfies Partial<ColumnMapping>;

/** Mappings for systems that provincial portals were built with. Table names are those of the system. */
export const readyMappings: Readonly<
	Record<
		| "nukeviet"
		| "nukeviet3"
		| "joomla"
		| "dnnNews"
		| "dnnAnnouncements"
		| "wordpress"
		| "drupal8"
		| "drupal7"
		| "drupal6"
		| "ghost"
		| "jsonFeed"
		| "wordpressRest",
		ColumnMapping
	>
> = {
	nukeviet,
	/** NukeViet 3: bodies in numbered tables of two thousand rows each, keywords in the article's row. */
	nukeviet3: {
		...nukeviet,
		tables: {
			detail: { table: "*_news_bodyhtml_*", key: "id", by: "id" },
			category: nukeviet.tables.category,
			source: nukeviet.tables.source,
		},
		source: ["source.title"],
		tags: ["keywords"],
		addresses: [
			"/vi/news/{category.alias}/{alias}-{id}/",
			"/news/{category.alias}/{alias}-{id}/",
			"/index.php?language=vi&nv=news&op={category.alias}/{alias}-{id}",
		],
	},
	/** Joomla 1.5 to 5. */
	joomla: {
		articles: "*_content",
		tables: {
			category: { table: "*_categories", key: "id", by: "catid" },
			user: { table: "*_users", key: "id", by: "created_by" },
			tagged: { table: "*_contentitem_tag_map", key: "content_item_id", by: "id" },
			tag: { table: "*_tags", key: "id", by: "tagged.tag_id" },
		},
		id: ["id"],
		title: ["title"],
		slug: ["alias"],
		body: ["introtext", "fulltext"],
		"body-kind": "html",
		date: ["publish_up", "created"],
		updated: ["modified"],
		author: ["created_by_alias", "user.name"],
		category: ["category.title"],
		tags: ["tag.title", "metakey"],
		image: ["images#image_intro", "images#image_fulltext"],
		caption: ["images#image_intro_caption", "images#image_fulltext_caption"],
		views: ["hits"],
		state: "state",
		published: ["1", "2"],
		trashed: ["-2"],
		addresses: [
			"/index.php?option=com_content&view=article&id={id}",
			"/index.php?option=com_content&view=article&id={id}:{alias}",
			"/{category.path}/{id}-{alias}",
			"/{category.path}/{id}-{alias}.html",
			"/{category.path}/{alias}",
			"/{category.alias}/{id}-{alias}.html",
		],
	},
	/** DotNetNuke with the module News Articles. */
	dnnNews: {
		articles: "*NewsArticles_Article",
		tables: {
			page: { table: "*NewsArticles_Page", key: "ArticleID", by: "ArticleID" },
			filed: { table: "*NewsArticles_ArticleCategories", key: "ArticleID", by: "ArticleID" },
			category: { table: "*NewsArticles_Category", key: "CategoryID", by: "filed.CategoryID" },
			tagged: { table: "*NewsArticles_ArticleTag", key: "ArticleID", by: "ArticleID" },
			tag: { table: "*NewsArticles_Tag", key: "TagID", by: "tagged.TagID" },
			user: { table: "Users", key: "UserID", by: "AuthorID" },
		},
		id: ["ArticleID"],
		title: ["Title"],
		lead: ["Summary"],
		body: ["page.PageText"],
		"body-kind": "encoded-html",
		date: ["StartDate", "CreatedDate"],
		updated: ["LastUpdate"],
		author: ["user.DisplayName"],
		category: ["category.Name"],
		tags: ["tag.Name"],
		image: ["ImageUrl"],
		views: ["NumberOfViews"],
		state: "IsApproved",
		published: ["1", "True"],
		addresses: ["/Default.aspx?tabid={ModuleID}&articleType=ArticleView&articleId={ArticleID}"],
	},
	/** DotNetNuke's own module Announcements. */
	dnnAnnouncements: {
		articles: "Announcements",
		tables: { user: { table: "Users", key: "UserID", by: "CreatedByUser" } },
		id: ["ItemID"],
		title: ["Title"],
		body: ["Description"],
		"body-kind": "encoded-html",
		date: ["PublishDate", "CreatedDate"],
		author: ["user.DisplayName"],
		image: ["ImageSource"],
		link: ["URL"],
	},
	wordpress: {
		articles: "*posts",
		tables: {
			user: { table: "*users", key: "ID", by: "post_author" },
			filed: { table: "*term_relationships", key: "object_id", by: "ID" },
			section: {
				table: "*term_taxonomy",
				key: "term_taxonomy_id",
				by: "filed.term_taxonomy_id",
				where: { taxonomy: "category" },
			},
			category: { table: "*terms", key: "term_id", by: "section.term_id" },
			label: {
				table: "*term_taxonomy",
				key: "term_taxonomy_id",
				by: "filed.term_taxonomy_id",
				where: { taxonomy: "post_tag" },
			},
			tag: { table: "*terms", key: "term_id", by: "label.term_id" },
			featured: { table: "*postmeta", key: "post_id", by: "ID", where: { meta_key: "_thumbnail_id" } },
			picture: { table: "*posts", key: "ID", by: "featured.meta_value" },
		},
		id: ["ID"],
		title: ["post_title"],
		slug: ["post_name"],
		lead: ["post_excerpt"],
		body: ["post_content"],
		"body-kind": "wordpress",
		date: ["post_date", "post_date_gmt"],
		updated: ["post_modified"],
		author: ["user.display_name"],
		category: ["category.name"],
		tags: ["tag.name"],
		image: ["picture.guid"],
		caption: ["picture.post_excerpt"],
		state: "post_status",
		// What is to appear later has a day in the future.
		published: ["publish", "future"],
		trashed: ["trash"],
		locked: ["post_password"],
		kind: "post_type",
		"other-kinds": ["page"],
		addresses: ["/?p={ID}", "/{post_name}/", "/{category.slug}/{post_name}/"],
	},
	/** Drupal 8 and later: one row for each language. */
	drupal8: {
		...drupal,
		articles: "*node_field_data",
		tables: {
			text: { table: "*node__body", key: "entity_id", by: "nid", where: { langcode: "{langcode}" } },
			user: { table: "*users_field_data", key: "uid", by: "uid" },
			filed: { table: "*taxonomy_index", key: "nid", by: "nid" },
			tag: { table: "*taxonomy_term_field_data", key: "tid", by: "filed.tid" },
			alias: { table: "*path_alias", key: "path", by: "/node/{nid}", where: { langcode: "{langcode}" } },
			shown: { table: "*node__field_image", key: "entity_id", by: "nid" },
			file: { table: "*file_managed", key: "fid", by: "shown.field_image_target_id" },
		},
		lead: ["text.body_summary"],
		body: ["text.body_value"],
		author: ["user.name"],
		category: ["tag.name"],
		image: ["file.uri"],
		"image-folder": "/sites/default/files/",
		caption: ["shown.field_image_title", "shown.field_image_alt"],
		address: ["alias.alias"],
	},
	drupal7: {
		...drupal,
		articles: "*node",
		tables: {
			text: { table: "*field_data_body", key: "entity_id", by: "nid", where: { entity_type: "node" } },
			user: { table: "*users", key: "uid", by: "uid" },
			filed: { table: "*taxonomy_index", key: "nid", by: "nid" },
			tag: { table: "*taxonomy_term_data", key: "tid", by: "filed.tid" },
			alias: { table: "*url_alias", key: "source", by: "node/{nid}" },
			shown: {
				table: "*field_data_field_image",
				key: "entity_id",
				by: "nid",
				where: { entity_type: "node" },
			},
			file: { table: "*file_managed", key: "fid", by: "shown.field_image_fid" },
		},
		lead: ["text.body_summary"],
		body: ["text.body_value"],
		author: ["user.name"],
		category: ["tag.name"],
		image: ["file.uri"],
		"image-folder": "/sites/default/files/",
		caption: ["shown.field_image_title", "shown.field_image_alt"],
		addresses: ["/{alias.alias}", ...drupal.addresses],
	},
	/** Drupal 5 and 6: the text of each version in a table of its own. */
	drupal6: {
		...drupal,
		articles: "*node",
		tables: {
			text: { table: "*node_revisions", key: "vid", by: "vid" },
			user: { table: "*users", key: "uid", by: "uid" },
			filed: { table: "*term_node", key: "nid", by: "nid" },
			tag: { table: "*term_data", key: "tid", by: "filed.tid" },
			alias: { table: "*url_alias", key: "src", by: "node/{nid}" },
		},
		body: ["text.body"],
		author: ["user.name"],
		category: ["tag.name"],
		addresses: ["/{alias.dst}", ...drupal.addresses],
	},
	/** Ghost's export, whose tables are lists in JSON. */
	ghost: {
		articles: "posts",
		tables: {
			signed: { table: "posts_authors", key: "post_id", by: "id" },
			user: { table: "users", key: "id", by: "signed.author_id" },
			filed: { table: "posts_tags", key: "post_id", by: "id" },
			tag: { table: "tags", key: "id", by: "filed.tag_id" },
			about: { table: "posts_meta", key: "post_id", by: "id" },
		},
		id: ["id"],
		title: ["title"],
		slug: ["slug"],
		lead: ["custom_excerpt"],
		body: ["html"],
		"body-kind": "html",
		date: ["published_at", "created_at"],
		updated: ["updated_at"],
		author: ["user.name"],
		tags: ["tag.name"],
		image: ["feature_image"],
		caption: ["about.feature_image_caption", "about.feature_image_alt"],
		state: "status",
		published: ["published", "sent", "scheduled"],
		kind: "type",
		"other-kinds": ["page"],
		addresses: ["/{slug}/"],
	},
	/** JSON Feed 1 and 1.1. */
	jsonFeed: {
		articles: "items",
		id: ["id"],
		title: ["title"],
		lead: ["summary"],
		body: ["content"],
		date: ["date_published", "date_modified"],
		updated: ["date_modified"],
		author: ["authors", "author"],
		tags: ["tags"],
		image: ["image", "banner_image"],
		link: ["external_url"],
		address: ["url"],
	},
	/** The answer of WordPress's REST API to /wp-json/wp/v2/posts. */
	wordpressRest: {
		articles: "*",
		id: ["id"],
		title: ["title"],
		slug: ["slug"],
		lead: ["excerpt"],
		body: ["content"],
		"body-kind": "html",
		date: ["date", "date_gmt"],
		updated: ["modified"],
		image: ["jetpack_featured_media_url"],
		state: "status",
		published: ["publish", "future"],
		trashed: ["trash"],
		kind: "type",
		"other-kinds": ["page"],
		address: ["link"],
	},
};

/** Columns that tell a system's table of articles from other tables of the same name. */
const telltale: Readonly<Record<keyof typeof readyMappings, readonly string[]>> = {
	nukeviet: ["hometext", "alias"],
	nukeviet3: ["hometext", "keywords"],
	joomla: ["introtext", "alias"],
	dnnNews: ["ArticleID", "Summary"],
	dnnAnnouncements: ["ItemID", "Description"],
	wordpress: ["post_content", "post_status"],
	drupal8: ["nid", "default_langcode"],
	drupal7: ["nid", "promote", "sticky"],
	drupal6: ["nid", "promote", "moderate"],
	ghost: ["html", "slug", "uuid"],
	jsonFeed: ["date_published"],
	wordpressRest: ["date_gmt", "excerpt", "content", "link"],
};

/**
 * Usual names of columns for tables without a mapping, without accents, spaces and signs. The first name that the table
 * has is used.
 */
const customary = {
	id: ["id", "ma", "mabai", "articleid", "newsid", "postid"],
	title: ["title", "tieude", "tenbai", "tenbaiviet", "headline"],
	slug: ["slug", "alias"],
	lead: ["lead", "sapo", "summary", "tomtat", "trichyeu", "intro", "excerpt", "description", "mota"],
	body: ["body", "content", "noidung", "noidungbai", "noidungbaiviet", "html", "text", "fulltext", "toanvan"],
	date: [
		...["date", "ngay", "ngaydang", "ngaygio", "ngayxuatban", "ngayphathanh", "thoigian", "thoigiandang"],
		...["published", "publishedat", "publisheddate", "publishdate", "datepublished", "pubdate", "postdate"],
		...["publishup", "postedat", "created", "createdat", "createddate", "datecreated", "ngaytao", "ngayviet"],
	],
	updated: ["updated", "updatedat", "modified", "datemodified", "ngaysua", "ngaycapnhat"],
	author: ["author", "tacgia", "nguoiviet", "butdanh", "tentacgia"],
	source: ["source", "nguon", "nguontin"],
	category: ["category", "categories", "chuyenmuc", "danhmuc", "loaitin", "section"],
	tags: ["tags", "tag", "keywords", "tukhoa"],
	image: ["image", "anh", "hinh", "hinhanh", "anhdaidien", "picture", "thumbnail"],
	caption: ["caption", "chuthich"],
	link: ["link"],
	views: ["views", "viewcount", "hits", "luotxem", "soluotxem", "luotdoc", "soluotdoc"],
} as const;
const stateColumns: readonly string[] = ["trangthai", "tinhtrang", "status", "state"];
/** What a table of no known system says of an article that readers saw. Anything else is a draft. */
const customaryPublished = [
	...["1", "true", "yes", "có", "x", "publish", "published", "public", "active", "approved"],
	...["đã đăng", "đăng", "đã xuất bản", "xuất bản", "đã duyệt", "duyệt", "hiển thị", "hiện", "công khai"],
];

/**
 * The mappings that fit these tables: for NukeViet one for each module with articles, otherwise the system's only one.
 */
export function readyMappingsFor(
	tables: readonly string[],
	columnsOf: (table: string) => readonly string[],
): readonly ColumnMapping[] {
	const fits = (name: keyof typeof readyMappings, table: string) =>
		telltale[name].every((column) => columnsOf(table).includes(column));
	const modules = tables.flatMap((table) => {
		const [, module] = nukevietRows.exec(table) ?? [];
		if (module === undefined) return [];
		const bodies = `${table.slice(0, -"rows".length)}bodyhtml_`;
		const name = tables.some((other) => other.startsWith(bodies)) ? "nukeviet3" : "nukeviet";
		return fits(name, table) ? [nukevietModule(readyMappings[name], module)] : [];
	});
	// One mapping covers a module in all its languages.
	const ofNukeviet = [...new Map(modules.map((mapping) => [mapping.articles, mapping])).values()];
	if (ofNukeviet.length > 0) return ofNukeviet;
	const isDrupal6 = tables.some((table) => /node_revisions$/i.test(table));
	const names = (Object.keys(readyMappings) as (keyof typeof readyMappings)[]).filter(
		(name) => !name.startsWith("nukeviet") && name !== (isDrupal6 ? "drupal7" : "drupal6"),
	);
	const found = names.find((name) => {
		const pattern = tablePattern(readyMappings[name].articles ?? "");
		return tables.some((table) => pattern.test(table) && fits(name, table));
	});
	return found ? [readyMappings[found]] : [];
}

/** `nv4_vi_tin_tuc_rows`: a prefix with the language, then the module's name, which the office chose. */
const nukevietRows = /^\w+?_[a-z]{2}_(\w+)_rows$/i;

/** Adapts the mapping of the module news to a module of another name. An office may have several. */
function nukevietModule(mapping: ColumnMapping, module: string): ColumnMapping {
	// Table names have underscores where addresses have hyphens.
	const address = module.replaceAll("_", "-");
	const named = JSON.stringify(mapping)
		.replaceAll("*_news_", `*_${module}_`)
		.replaceAll("/news/", `/${address}/`)
		.replaceAll("nv=news", `nv=${address}`);
	return JSON.parse(named) as ColumnMapping;
}

/** A mapping by the usual names of columns in Vietnamese or English; undefined if too few are found. */
export function customaryMapping(table: string, columns: readonly string[]): ColumnMapping | undefined {
	const byName = new Map(columns.map((column) => [fold(column).replace(/[^a-z0-9]/g, ""), column]));
	const columnOf = (names: readonly string[]) =>
		names.map((name) => byName.get(name)).find((each) => each !== undefined);
	const found = Object.entries(customary).flatMap(([field, names]) => {
		const column = columnOf(names);
		return column === undefined ? [] : [[field, [column]] as const];
	});
	const mapping = Object.fromEntries(found);
	if (mapping.title === undefined || mapping.body === undefined) return undefined;
	const state = columnOf(stateColumns);
	const published = state === undefined ? {} : { state, published: customaryPublished };
	return { ...mapping, ...published, articles: table } as ColumnMapping;
}

/** A pattern for a table name in which stars match anything. The first star is captured: it is the prefix. */
export function tablePattern(name: string): RegExp {
	const [first = "", ...others] = name.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
	const rest = others.map((part, index) => `${index === 0 ? "(.*)" : ".*"}${part}`);
	return new RegExp(`^${first}${rest.join("")}$`, "i");
}
