/** A content folder with as many articles as wanted, spread evenly over the years, the same for the same parameters. */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeData, writeDocument } from "../../src/content/index.ts";
import type { ArticleInput } from "../../src/model/article.ts";
import { type ArticleId, asArticleId, asIsoDay, type Slug } from "../../src/model/ids.ts";
import { fullNameOf, provinces } from "../../src/model/provinces.ts";
import { addDays, slugify } from "../../src/text/index.ts";
import { type ArticleText, generateText, personName } from "./generated-text.ts";
import { createRandom, createZipf, type Random } from "./random.ts";
import { strings } from "./strings.ts";
import { committeeStems, tagQualifiers, topics } from "./words.ts";
import { type FileText, writeAll } from "./write-all.ts";

/** The moment of every build that is measured. */
export const archiveNow = "2026-11-22T08:00:00+07:00";

const firstDay = asIsoDay("2008-01-01");
const lastDay = asIsoDay("2026-11-21");
const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 + 1;
/** News appears from six in the morning until ten at night. */
const openingMinute = 6 * 60;
const minutesOfDay = 16 * 60;

const authorCount = 200;
const committeeCount = 20;
const tagCount = 400;
const tagsOfArticle = { least: 2, span: 5 };
/** Share of the articles that name a province. */
const withProvince = 0.85;

export interface ArchiveOptions {
	readonly articles: number;
	readonly seed: number;
	/** Texts that are repeated in turn with altered titles; made up where absent. */
	readonly texts?: readonly ArticleText[];
	/** The text for each place, instead of the archive's own or `texts` in turn. */
	readonly textAt?: (place: number) => ArticleText;
}

/** An article of the archive. */
export interface ArchiveArticle {
	readonly id: ArticleId;
	readonly fields: Pick<ArticleInput, "title" | "date" | "author" | "province" | "committee" | "summary"> & {
		readonly author: string;
		readonly tags: readonly string[];
	};
	/** Markdown. */
	readonly body: string;
}

/** What articles refer to: names by id. */
interface ArchiveNames {
	readonly authors: ReadonlyMap<string, string>;
	readonly committees: ReadonlyMap<
		string,
		{ readonly name: string; readonly kind: string; readonly province: Slug }
	>;
	/** By slug, the most used first. */
	readonly tags: ReadonlyMap<string, string>;
}

/** Makes the folder, or leaves it where it was made with the same parameters and not changed by `changingArchive`. */
export async function makeArchive(directory: string, options: ArchiveOptions): Promise<{ made: boolean }> {
	const stamp = stampOf(options);
	if ((await readFile(stampFile(directory), "utf8").catch(() => "")) === stamp) return { made: false };
	await rm(stampFile(directory), { force: true });
	await rm(directory, { recursive: true, force: true });
	await writeAll(nameFiles(directory, archiveNames(options.seed)));
	await writeAll(articleFiles(directory, options));
	await writeFile(stampFile(directory), stamp);
	return { made: true };
}

/**
 * Runs an action that changes the folder and puts it back afterwards. Where that is prevented, the folder has lost its
 * stamp, and the next `makeArchive` makes a new one.
 */
export async function changingArchive<Result>(
	directory: string,
	options: ArchiveOptions,
	action: (changes: ArchiveChanges) => Promise<Result>,
): Promise<Result> {
	await rm(stampFile(directory), { force: true });
	const changes = new ArchiveChanges(directory, options);
	const result = await action(changes);
	await changes.undo();
	await writeFile(stampFile(directory), stampOf(options));
	return result;
}

/** The two changes that are measured: one more article, and a new title in the middle of the archive. */
export class ArchiveChanges {
	readonly #directory: string;
	readonly #options: ArchiveOptions;
	readonly #added: ArchiveArticle[] = [];
	readonly #edited = new Map<ArticleId, ArchiveArticle>();

	constructor(directory: string, options: ArchiveOptions) {
		this.#directory = directory;
		this.#options = options;
	}

	/** Adds an article dated shortly before `archiveNow`; each later than the one before. */
	async publish(): Promise<ArchiveArticle> {
		const { articles } = this.#options;
		const minute = 1 + this.#added.length;
		const made = articleAt(this.#options, articles + this.#added.length, {
			day: archiveNow.slice(0, 10),
			minute: 7 * 60 + minute,
		});
		const article = { ...made, id: asArticleId(`${made.id}-${minute}`) };
		this.#added.push(article);
		await writeAll([fileOf(this.#directory, article)]);
		return article;
	}

	/** Gives the next article after the middle of the archive another title. */
	async edit(): Promise<ArchiveArticle> {
		const place = (Math.floor(this.#options.articles / 2) + this.#edited.size) % this.#options.articles;
		const article = articleWithPlace(this.#options, place);
		this.#edited.set(article.id, article);
		const edited = {
			...article,
			fields: { ...article.fields, title: strings.editedTitle(article.fields.title) },
		};
		await writeAll([fileOf(this.#directory, edited)]);
		return edited;
	}

	async undo(): Promise<void> {
		for (const { id } of this.#added) await rm(articleFile(this.#directory, id));
		await writeAll([...this.#edited.values()].map((article) => fileOf(this.#directory, article)));
	}
}

/** All articles, oldest first; with `from`, those from a place on that begins a day. */
export function* archiveArticles(options: ArchiveOptions, from = 0): Generator<ArchiveArticle> {
	let day = "";
	const ids = new Map<ArticleId, number>();
	for (let place = from; place < options.articles; place++) {
		const when = momentAt(place, options.articles);
		if (when.day !== day) ids.clear();
		day = when.day;
		const article = articleAt(options, place, when);
		const namesakes = ids.get(article.id) ?? 0;
		ids.set(article.id, namesakes + 1);
		yield namesakes === 0 ? article : { ...article, id: asArticleId(`${article.id}-${namesakes + 1}`) };
	}
}

function articleWithPlace(options: ArchiveOptions, place: number): ArchiveArticle {
	const { day } = momentAt(place, options.articles);
	let at = place;
	while (at > 0 && momentAt(at - 1, options.articles).day === day) at--;
	for (const article of archiveArticles(options, at)) if (at++ === place) return article;
	throw new Error(`No article ${place} in an archive of ${options.articles}`);
}

interface Moment {
	readonly day: string;
	/** Of the day. */
	readonly minute: number;
}

function momentAt(place: number, articles: number): Moment {
	const at = (place / articles) * days;
	const day = Math.floor(at);
	return { day: addDays(firstDay, day), minute: openingMinute + Math.floor((at - day) * minutesOfDay) };
}

function articleAt(options: ArchiveOptions, place: number, { day, minute }: Moment): ArchiveArticle {
	const random = createRandom(options.seed, place, 2);
	const { title, summary, body } = textAt(options, place);
	const names = archiveNames(options.seed);
	const [committee] = random.pick(names.committeeEntries);
	const two = (value: number) => String(value).padStart(2, "0");
	return {
		id: asArticleId(`${day.replace("-", "/").replace("-", "/")}-${slugify(title) || "bai"}`),
		fields: {
			title,
			date: `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+07:00`,
			author: random.pick(names.authorIds),
			committee,
			...(random.chance(withProvince) ? { province: random.pick(provincesOn(day)) } : {}),
			tags: pickTags(random, names.tagNames),
			summary,
		},
		body,
	};
}

function textAt({ seed, texts, textAt }: ArchiveOptions, place: number): ArticleText {
	if (textAt) return textAt(place);
	const text = texts?.[place % texts.length];
	if (!text || !texts) return generateText(seed, place);
	const round = Math.floor(place / texts.length);
	return round === 0 ? text : { ...text, title: strings.repeatedTitle(text.title, round + 1) };
}

const pickTag = createZipf(tagCount);

function pickTags(random: Random, names: readonly string[]): string[] {
	const count = tagsOfArticle.least + random.below(tagsOfArticle.span);
	const picked = new Set<string>();
	while (picked.size < count) picked.add(names[pickTag(random)] ?? "");
	return [...picked];
}

const provincesByDay = new Map<string, readonly Slug[]>();

function provincesOn(day: string): readonly Slug[] {
	const known = provincesByDay.get(day);
	if (known) return known;
	const slugs = provinces.on(asIsoDay(day)).map(({ slug }) => slug);
	provincesByDay.set(day, slugs);
	return slugs;
}

interface IndexedNames extends ArchiveNames {
	readonly authorIds: readonly string[];
	readonly committeeEntries: readonly (readonly [string, unknown])[];
	readonly tagNames: readonly string[];
}

const namesBySeed = new Map<number, IndexedNames>();

/** The authors, committees and tags of every archive with this seed. */
export function archiveNames(seed: number): IndexedNames {
	const known = namesBySeed.get(seed);
	if (known) return known;
	const random = createRandom(seed, 3);
	const authors = new Map<string, string>();
	while (authors.size < authorCount) {
		const name = personName(random);
		authors.set(slugify(name), name);
	}
	const committees = new Map<string, { name: string; kind: string; province: Slug }>();
	const units = provinces.on(asIsoDay(archiveNow.slice(0, 10)));
	for (let number = 0; committees.size < committeeCount; number++) {
		const [kind, stem] = committeeStems[number % committeeStems.length] ?? committeeStems[0];
		const unit = units[(number * 7) % units.length];
		if (!unit) continue;
		const name = `${stem} ${fullNameOf(unit)}`;
		committees.set(slugify(name), { name, kind, province: unit.slug });
	}
	const tags = new Map<string, string>();
	for (const qualifier of tagQualifiers) {
		for (const topic of topics) {
			const name = `${topic.charAt(0).toUpperCase()}${topic.slice(1)}${qualifier}`;
			if (tags.size < tagCount) tags.set(slugify(name), name);
		}
	}
	const names = {
		authors,
		committees,
		tags,
		authorIds: [...authors.keys()],
		committeeEntries: [...committees],
		tagNames: [...tags.values()],
	};
	namesBySeed.set(seed, names);
	return names;
}

/** Where an article's file lies in the folder. */
export function articleFile(directory: string, id: ArticleId): string {
	return join(directory, "articles", `${id}.md`);
}

function* articleFiles(directory: string, options: ArchiveOptions): Generator<FileText> {
	for (const article of archiveArticles(options)) yield fileOf(directory, article);
}

function fileOf(directory: string, { id, fields, body }: ArchiveArticle): FileText {
	return { file: articleFile(directory, id), text: writeDocument(fields, body) };
}

function* nameFiles(directory: string, { authors, committees, tags }: ArchiveNames): Generator<FileText> {
	const file = (path: string, text: string) => ({ file: join(directory, path), text });
	yield file("site.yml", writeData(strings.site([...committees.keys()].slice(0, 5)), "site"));
	for (const [slug, { title, body }] of Object.entries(strings.pages)) {
		yield file(`pages/${slug}.md`, writeDocument({ title }, body, "page"));
	}
	for (const [id, name] of authors) yield file(`authors/${id}.yml`, writeData({ name }, "author"));
	for (const [id, { name, kind, province }] of committees) {
		const level = "province";
		yield file(`committees/${id}.yml`, writeData({ name, kind, level, province }, "committee"));
	}
	for (const [slug, name] of tags) yield file(`tags/${slug}.yml`, writeData({ name }, "tag"));
}

function stampFile(directory: string): string {
	return `${directory}.stamp`;
}

/** Tells apart what was made with other parameters or by another version of this code. */
function stampOf(options: ArchiveOptions): string {
	const { articles, seed, texts } = options;
	const digest = createHash("sha256").update(JSON.stringify([...archiveNames(seed).tagNames]));
	const step = Math.max(1, Math.floor(articles / 20));
	for (let place = 0; place < articles; place += step) {
		digest.update(JSON.stringify(articleAt(options, place, momentAt(place, articles))));
	}
	return JSON.stringify({ articles, seed, texts: texts?.length ?? 0, sample: digest.digest("hex") });
}
