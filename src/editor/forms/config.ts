import type { CmsBackend, CmsCollection, CmsConfig, CmsField } from "decap-cms-core";
import { isRecordCollection, recordNames } from "../../model/record-names.ts";
import { strings as model } from "../../model/strings.ts";
import { type CollectionName, collections } from "./collections.ts";
import { formFields } from "./form-fields.ts";
import { strings } from "./strings.ts";

export interface CmsConfigOptions {
	/** Where the editor reads and writes. */
	readonly backend: CmsBackend;
	/** The content folder inside the repository that the backend serves; empty when it serves that folder alone. */
	readonly contentFolder: string;
}

/** The desk, which serves the editor's page and its API. */
export const deskBackend: CmsBackend = {
	// Decap's types name its own backends only.
	name: "desk" as CmsBackend["name"],
};

/**
 * Stands for an article's own folder in the paths of its pictures until the article is saved for the first time:
 * only then is its path known.
 */
export const newArticleFolder = "thu-muc-cua-bai-moi";

const bodyField = (label: string): CmsField => ({
	name: "body",
	label,
	widget: "richtext",
	required: true,
});

/** What is written first; the groups then follow, each of which folds. */
const writtenFirst = ["title", "summary", "body", "image"];
const groups: readonly {
	readonly name: string;
	readonly label: string;
	readonly collapsed: boolean;
	readonly fields: readonly string[];
}[] = [
	{
		name: "who_and_where",
		label: strings.groups.whoAndWhere,
		collapsed: false,
		fields: ["author", "date", "tags", "province", "committee", "event"],
	},
	{
		name: "beside",
		label: strings.groups.beside,
		collapsed: true,
		fields: ["related", "attachments", "source"],
	},
	{ name: "more", label: strings.groups.more, collapsed: true, fields: [] },
];

/** An article's fields in the order in which people write; fields that no group names are in the last group. */
function inOrderOfWriting(fields: readonly CmsField[]): CmsField[] {
	const named = new Set([...writtenFirst, ...groups.flatMap((group) => group.fields)]);
	const pick = (names: readonly string[]) =>
		names.flatMap((name) => fields.filter((field) => field.name === name));
	const heading = ({ name, label, collapsed }: (typeof groups)[number]) =>
		({ name: `group_${name}`, label, widget: "group", required: false, collapsed }) as unknown as CmsField;
	return [
		...pick(writtenFirst),
		...groups.flatMap((group) => {
			const own =
				group.fields.length > 0 ? pick(group.fields) : fields.filter(({ name }) => !named.has(name));
			return [heading(group), ...own];
		}),
	];
}

/** The editor's configuration: a form for each schema of the model. */
export function cmsConfig({ backend, contentFolder }: CmsConfigOptions): CmsConfig {
	const inContent = (path: string) => [contentFolder, path].filter(Boolean).join("/");
	const folderCollection = (name: Exclude<CollectionName, "settings">): CmsCollection => {
		const { schema, extension, identifier } = collections[name];
		return {
			name,
			label: strings.collections[name].label,
			label_singular: strings.collections[name].singular,
			folder: inContent(name),
			create: true,
			delete: name === "articles" || name === "tags" || isRecordCollection(name),
			// A format of our own reads and writes each collection by its schema.
			format: name,
			extension,
			identifier_field: identifier,
			slug: "{{filing[slug]}}",
			summary: `{{${identifier}}}`,
			editor: { preview: false },
			fields: formFields(schema),
		};
	};
	const articles: CmsCollection = {
		...folderCollection("articles"),
		// Decap's own {{year}} and so on are those of UTC; these come from the handler that runs before saving.
		path: "{{filing[year]}}/{{filing[month]}}/{{filing[day]}}-{{slug}}",
		media_folder: "{{filename}}",
		public_folder: `{{filename | default('${newArticleFolder}')}}`,
		summary: "{{date | date('DD/MM/YYYY')}} · {{title}}{{draft | ternary(' · bản nháp','')}}",
	};
	articles.fields = inOrderOfWriting([...(articles.fields ?? []), bodyField(model.article.body.title)]);
	const pages = folderCollection("pages");
	pages.fields = [...(pages.fields ?? []), bodyField(model.page.body.title)];
	const settings: CmsCollection = {
		name: "settings",
		label: strings.collections.settings.label,
		label_singular: strings.collections.settings.singular,
		format: "settings",
		extension: "yml",
		editor: { preview: false },
		files: [
			{
				name: "site",
				label: strings.site,
				file: inContent("site.yml"),
				fields: formFields(collections.settings.schema),
			},
		],
	};
	return {
		backend: { commit_messages: strings.commit, ...backend },
		load_config_file: false,
		locale: "vi",
		// At a Git host, Decap's workflow would keep drafts in branches that everybody with the repository can read.
		publish_mode: backend.name === deskBackend.name ? "editorial_workflow" : "simple",
		show_preview_links: false,
		media_folder: inContent("media"),
		public_folder: "/media",
		slug: { encoding: "ascii", clean_accents: true, sanitize_replacement: "-" },
		collections: [
			articles,
			folderCollection("authors"),
			folderCollection("committees"),
			folderCollection("tags"),
			pages,
			...recordNames.map((name) => folderCollection(name)),
			settings,
		],
	};
}
