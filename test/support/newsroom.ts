/** A small content folder for random edits, which keep it valid. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { IsoDateTime } from "../../src/model/ids.ts";
import { asIsoDateTime, asIsoDay, asSlug } from "../../src/model/ids.ts";
import { provinces as units } from "../../src/model/provinces.ts";

interface Piece {
	/** The day in its path. */
	readonly day: string;
	readonly slug: string;
	/** Front matter, by field name. */
	readonly fields: Readonly<Record<string, unknown>>;
	readonly body: string;
	/** Files beside it, by name. */
	readonly files: Readonly<Record<string, Buffer>>;
}

const authors = ["ly-van-thu", "ta-thi-mau"] as const;
const committees = ["ban-dan-van", "ban-tuyen-giao"] as const;
const provinces = ["binh-phuoc", "dong-nai", "hue", undefined] as const;
const tagSets: readonly (readonly string[])[] = [
	["Dân vận khéo"],
	["DÂN VẬN KHÉO", "Nông thôn mới"],
	["Khéo dân vận", "Mùa gặt", "Nông thôn mới"],
	["Nông thôn mới", "Dân vận khéo", "Khéo dân vận"],
	[],
];
/** The states of the files of two tags; `undefined` means no file. */
const tagFiles: Readonly<Record<string, readonly (Readonly<Record<string, unknown>> | undefined)[]>> = {
	"dan-van-kheo": [
		undefined,
		{ name: "Dân vận khéo" },
		{ name: "Dân vận khéo", synonyms: ["Khéo dân vận"] },
		{ name: "DÂN VẬN KHÉO", synonyms: ["Khéo dân vận"], description: "Phong trào thi đua." },
	],
	"nong-thon-moi": [
		undefined,
		{ name: "Nông Thôn Mới" },
		{ name: "Nông thôn mới", synonyms: ["Mùa gặt"] },
		{ name: "Nông thôn mới", synonyms: ["Xây dựng nông thôn"] },
	],
};
const days = [
	"2025-06-29",
	"2025-06-30",
	"2025-07-01",
	"2026-01-31",
	"2026-11-18",
	"2026-11-20",
	"2026-12-01",
];
const moments = [
	"2026-11-20T12:00:00+07:00",
	"2026-11-19T05:00:00+07:00",
	"2026-12-02T12:00:00+07:00",
	"2025-07-01T00:00:00+07:00",
	"2025-06-30T23:59:59+07:00",
	"2027-01-01T00:00:00+07:00",
].map(asIsoDateTime);
const pictures = ["media/banner.png", "media/mau-don.png", "articles/2020/02/10-bai-da-rut/hat-de.png"].map(
	(file) => readFileSync(join("test/fixtures/portal", file)),
);
/** Settings with their values, which edits cycle through. */
const siteFields: readonly (readonly [string, readonly unknown[]])[] = [
	["name", ["Tin Mẫu", "Tin Mẫu Mới"]],
	["menu", [[], [{ label: "Tin mới", link: "/tin-moi/" }]]],
	["homeCommittees", [[], ["ban-tuyen-giao"]]],
	["features", [{}, { calendar: "false", readingTime: "false" }]],
	["licence", [undefined, "Ghi rõ nguồn."]],
];

/** All kinds of edits, by the names used in messages. */
export const editKinds = [
	"add",
	"retitle",
	"rewrite",
	"resummarise",
	"rename",
	"delete",
	"redate",
	"update",
	"retag",
	"reassign",
	"resign",
	"move",
	"withdraw",
	"expire",
	"draft",
	"feature",
	"relate",
	"former address",
	"picture",
	"attachment",
	"tag",
	"committee",
	"author",
	"page",
	"setting",
	"clock",
] as const;

export type EditKind = (typeof editKinds)[number];

/** An edit: its kind, and two numbers that choose what is edited and how. */
export type Edit = readonly [kind: EditKind, which: number, how: number];

function pick<Item>(items: readonly Item[], number: number): Item {
	return items[number % items.length] as Item;
}

/** The item after another one in a cyclic list. */
function after<Item>(items: readonly Item[], item: Item, step = 1): Item {
	return pick(items, items.indexOf(item) + step);
}

/** Front matter as YAML. JSON is valid YAML, except that these words need no quotation marks: `featured: true`. */
function yaml(fields: Readonly<Record<string, unknown>>): string {
	return Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}: ${typeof value === "boolean" ? value : JSON.stringify(value)}\n`)
		.join("");
}

/** A content folder and the edits that can be applied to it. */
export class Newsroom {
	now: IsoDateTime = pick(moments, 0);
	private readonly directory: string;
	private readonly pieces: Piece[] = [];
	private readonly authors = new Map<string, Record<string, unknown>>();
	private readonly committees = new Map<string, Record<string, unknown>>();
	private readonly tags = new Map<string, Readonly<Record<string, unknown>> | undefined>();
	private site: Record<string, unknown> = {
		description: "Trang để thử",
		url: "https://thu.example.vn",
		organisation: "Ban Biên tập",
	};
	private pages: Record<string, string> = { "lien-he": "Liên hệ", "gioi-thieu": "Giới thiệu" };
	private shared = pick(pictures, 0);
	private written = new Map<string, string | Buffer>();
	private serial = 0;

	/** Writes a first state: twelve articles of every kind, and enough small ones for lists with numbered pages. */
	constructor(directory: string) {
		this.directory = directory;
		for (const [field, [first]] of siteFields) this.site[field] = first;
		for (const id of authors) this.authors.set(id, { name: `Người ${id}` });
		for (const [at, id] of committees.entries()) {
			this.committees.set(id, {
				name: `Ban ${id}`,
				kind: "other",
				level: "province",
				province: provinces[at],
			});
		}
		for (const slug of Object.keys(tagFiles)) this.tags.set(slug, undefined);
		for (let number = 0; number < 12; number++) this.add(number, number);
		for (let number = 0; number < 30; number++) {
			this.pieces.push({
				day: pick(days.slice(0, 5), number),
				slug: `so-${number}`,
				fields: { title: `Bài số ${number}`, date: `${pick(days.slice(0, 5), number)}T07:00:00+07:00` },
				body: "Một câu.",
				files: {},
			});
		}
		this.save();
	}

	/**
	 * Applies an edit and writes it to the disk.
	 * @returns a description of the edit
	 */
	apply([kind, which, how]: Edit): string {
		const done = this.edit(kind, which, how);
		this.save();
		return `${kind}: ${done}`;
	}

	private edit(kind: EditKind, which: number, how: number): string {
		const piece = pick(this.pieces, which);
		const { fields } = piece;
		switch (kind) {
			case "add":
				return this.add(which, how);
			case "retitle":
				return this.set(piece, { title: `Tựa mới ${how}` });
			case "rewrite":
				return this.change(piece, {
					body: how % 3 === 0 ? `Câu ${how}.` : `Câu ${how}.\n\n![Ảnh](/media/anh.png)`,
				});
			case "resummarise":
				return this.set(piece, { summary: how % 3 === 0 ? undefined : `Tóm tắt ${how}.` });
			case "rename":
				return this.rename(piece, how);
			case "delete":
				return this.delete(piece);
			case "redate": {
				const date = `${pick(days, how)}T${pick(["06", "07", "19"], how)}:30:00+07:00`;
				return this.set(piece, { date, updated: undefined });
			}
			case "update":
				return this.set(piece, { updated: `${String(fields.date).slice(0, 11)}23:0${how % 10}:00+07:00` });
			case "retag":
				return this.set(piece, { tags: pick(tagSets, how) });
			case "reassign":
				return this.set(piece, { committee: pick([...committees, undefined], how) });
			case "resign":
				return this.set(piece, { author: pick([...authors.map((id) => [id]), [...authors]], how) });
			case "move":
				return this.set(piece, { province: pick(provinces, how) });
			case "withdraw": {
				const withdrawn = { date: `${pick(days, how)}T00:00:00+07:00`, reason: "Sai nguồn." };
				return this.set(piece, { withdrawn: fields.withdrawn ? undefined : withdrawn });
			}
			case "expire":
				return this.set(piece, { expires: fields.expires ? undefined : `${pick(days, how)}T12:00:00+07:00` });
			case "draft":
				return this.set(piece, { draft: fields.draft !== true });
			case "feature":
				return this.set(piece, { featured: fields.featured !== true });
			case "relate": {
				const others = this.pieces.filter((other) => other !== piece);
				return this.set(piece, { related: [idOf(pick(others, how)), idOf(pick(others, how + 5))] });
			}
			case "former address": {
				const name = `/cu/${++this.serial}`;
				return this.set(piece, {
					formerAddresses: [pick([`${name}.html`, `${name}/`, `${name}?id=1`], how)],
				});
			}
			case "picture":
				return this.replacePicture(piece, how);
			case "attachment": {
				const files = { ...piece.files, "bao-cao.csv": Buffer.from(`số,${how}\n`) };
				const attachments = [{ file: `${placeOf(piece).name}/bao-cao.csv`, title: "Báo cáo" }];
				return this.change(piece, { files, fields: { ...fields, attachments } });
			}
			case "tag": {
				const slug = pick(Object.keys(tagFiles), which);
				const file = after(tagFiles[slug] ?? [], this.tags.get(slug), 1 + (how % 3));
				this.tags.set(slug, file);
				return `${slug} ${JSON.stringify(file)}`;
			}
			case "committee": {
				const committee = this.committees.get(pick(committees, which)) ?? {};
				if (how % 2 === 0) committee.name = `Ban tên ${how}`;
				else committee.successor = committee.successor || which % 2 === 0 ? undefined : committees[0];
				return JSON.stringify(committee);
			}
			case "author": {
				const author = this.authors.get(pick(authors, which)) ?? {};
				author[pick(["penName", "organisation", "bio"], how)] = `Đổi ${how}`;
				if (how % 4 === 0) author.photo = author.photo ? undefined : "/media/anh.png";
				return JSON.stringify(author);
			}
			case "page": {
				const slug = pick(["lien-he", "gioi-thieu", "noi-quy"], which);
				const { [slug]: title, ...others } = this.pages;
				this.pages =
					title !== undefined && how % 3 === 0 ? others : { ...this.pages, [slug]: `Trang ${how}` };
				return `${slug} ${JSON.stringify(this.pages[slug])}`;
			}
			case "setting": {
				const [name, values] = pick(siteFields, which);
				this.site[name] = after(values, this.site[name]);
				return `${name} ${JSON.stringify(this.site[name])}`;
			}
			case "clock":
				this.now = pick(moments, how);
				return this.now;
		}
	}

	private add(which: number, how: number): string {
		const day = pick(days, which);
		this.serial += 1;
		this.pieces.push({
			day,
			slug: `bai-${this.serial}`,
			fields: {
				title: `Bài thứ ${this.serial}`,
				date: `${day}T${pick(["08", "09", "10"], how)}:00:00+07:00`,
				author: [pick(authors, how)],
				committee: pick([...committees, undefined], how),
				province: pick(provinces, which),
				tags: pick(tagSets, how),
				summary: pick([undefined, "Một đoạn tóm tắt."], how),
				featured: how % 4 === 0,
			},
			body: `Nội dung thứ ${this.serial}.`,
			files: {},
		});
		return idOf(this.pieces.at(-1) as Piece);
	}

	private set(piece: Piece, fields: Readonly<Record<string, unknown>>): string {
		return this.change(piece, { fields: { ...piece.fields, ...fields } });
	}

	private change(piece: Piece, changes: Partial<Piece>): string {
		const changed = { ...piece, ...changes };
		this.pieces[this.pieces.indexOf(piece)] = changed;
		const { fields, ...others } = changes;
		const told = Object.entries(fields ?? {}).filter(([name, value]) => value !== piece.fields[name]);
		return `${idOf(piece)} ${JSON.stringify({ ...others, ...Object.fromEntries(told) })}`;
	}

	private rename(piece: Piece, how: number): string {
		const slug = `ten-${++this.serial}`;
		const former = idOf(piece);
		const renamed = { ...piece, slug, day: how % 2 === 0 ? piece.day : pick(days, how) };
		// An article's picture is referred to by its folder, so renaming drops it.
		const { image, attachments, ...fields } = piece.fields;
		this.pieces[this.pieces.indexOf(piece)] = { ...renamed, fields, files: {} };
		this.repoint(former, [idOf(renamed)]);
		return `${former} → ${idOf(renamed)}`;
	}

	private delete(piece: Piece): string {
		this.pieces.splice(this.pieces.indexOf(piece), 1);
		this.repoint(idOf(piece), []);
		return idOf(piece);
	}

	/** Replaces an article in other articles' lists of related ones. */
	private repoint(former: string, ids: readonly string[]): void {
		for (const [at, piece] of this.pieces.entries()) {
			const related = piece.fields.related as readonly string[] | undefined;
			if (!related?.includes(former)) continue;
			const repointed = related.flatMap((id) => (id === former ? ids : [id]));
			this.pieces[at] = { ...piece, fields: { ...piece.fields, related: repointed } };
		}
	}

	private replacePicture(piece: Piece, how: number): string {
		if (how % 2 === 0) {
			this.shared = after(pictures, this.shared);
			return "media/anh.png";
		}
		const bytes = after(pictures, piece.files["anh.png"] ?? this.shared);
		const image = { src: `${placeOf(piece).name}/anh.png`, alt: "Ảnh" };
		this.change(piece, {
			files: { ...piece.files, "anh.png": bytes },
			fields: { ...piece.fields, image },
		});
		return `${idOf(piece)} ${bytes.length} bytes`;
	}

	/** Writes only files that differ from those on the disk. */
	private save(): void {
		const files = this.files();
		for (const path of this.written.keys()) {
			if (!files.has(path)) rmSync(join(this.directory, path));
		}
		for (const [path, content] of files) {
			const standing = this.written.get(path);
			if (standing !== undefined && Buffer.from(standing).equals(Buffer.from(content))) continue;
			mkdirSync(dirname(join(this.directory, path)), { recursive: true });
			writeFileSync(join(this.directory, path), content);
		}
		this.written = files;
	}

	private files(): Map<string, string | Buffer> {
		const files = new Map<string, string | Buffer>([
			["site.yml", yaml(this.site)],
			["media/anh.png", this.shared],
		]);
		for (const [id, fields] of this.authors) files.set(`authors/${id}.yml`, yaml(fields));
		for (const [id, fields] of this.committees) files.set(`committees/${id}.yml`, yaml(fields));
		for (const [slug, fields] of this.tags) if (fields) files.set(`tags/${slug}.yml`, yaml(fields));
		for (const [slug, title] of Object.entries(this.pages)) {
			files.set(`pages/${slug}.md`, `---\n${yaml({ title })}---\nNội dung trang.\n`);
		}
		for (const piece of this.pieces) {
			const { folder, name } = placeOf(piece);
			const { author = ["ly-van-thu"], province, ...fields } = piece.fields;
			const isThere =
				province === undefined ||
				units.at(asSlug(String(province)), asIsoDay(String(fields.date).slice(0, 10)));
			const text = yaml({ ...fields, author, province: isThere ? province : "dong-nai" });
			files.set(`${folder}/${name}.md`, `---\n${text}---\n${piece.body}\n`);
			for (const [file, bytes] of Object.entries(piece.files)) files.set(`${folder}/${name}/${file}`, bytes);
		}
		return files;
	}
}

function placeOf({ day, slug }: Piece): { readonly folder: string; readonly name: string } {
	const [year, month, date] = day.split("-");
	return { folder: `articles/${year}/${month}`, name: `${date}-${slug}` };
}

function idOf(piece: Piece): string {
	const { folder, name } = placeOf(piece);
	return `${folder.slice("articles/".length)}/${name}`;
}
