import { join } from "node:path";
import {
	commentsPath,
	isReservedPlace,
	problemsOfEntry,
	readData,
	type WritableFields,
	writeComments,
	writeData,
	writeDocument,
} from "../content/index.ts";
import { shortDigest } from "../disk/digest.ts";
import { articleAddress } from "../model/addresses.ts";
import type { Comment } from "../model/comment.ts";
import { asArticleId, dayOf, type IsoDate, isArticleId, type Slug } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { recordCollections } from "../model/records.ts";
import {
	type ArticleDraft,
	type ArticleHead,
	draftArticle,
	draftHead,
	statedAuthors,
} from "./article-draft.ts";
import { AuthorFiles } from "./author-files.ts";
import { type CategoryTable, noCategories } from "./category-table.ts";
import { FormerAddresses, formerPath, hostOf } from "./former-addresses.ts";
import { Journal, type JournalEntry, keyOf } from "./journal.ts";
import { settleLinks, withoutLinks } from "./links.ts";
import { NearDuplicates } from "./near-duplicates.ts";
import { placeFiles } from "./place-files.ts";
import { type PortalNames, readPortalNames } from "./portal-names.ts";
import { type Evidence, proposeCommittee, proposeProvince, proposeTags, sureEnough } from "./propose.ts";
import { ImportReport, type Note, type ReportSink } from "./report.ts";
import {
	type ImportedArticle,
	type ImportedRecord,
	type Source,
	SourceError,
	type UnreadableItem,
} from "./source.ts";
import { strings } from "./strings.ts";
import { readIfThere, writeWhole } from "./write-file.ts";

/** Files that are written in parallel; more is not faster on a local disk. */
const concurrency = 16;
/** The largest file that the content reader accepts. */
const maxFileBytes = 2_000_000;
/** The most characters of one article in the report. */
const excerptLength = 6000;
/** The most characters of a broken link in the report. */
const longestLink = 300;
/** Proposals with less confidence are not reported. */
const worthTelling = 0.4;
/** Names that begin with a dot are not content, and Git keeps the file with the articles. */
const journalFile = ".import/journal.jsonl";

export interface ImportOptions {
	/** The content folder; created if there is none. */
	readonly directory: string;
	readonly progress: Progress;
	/** What old sections become; by default, each becomes a tag of the same name. */
	readonly categories?: CategoryTable;
	/** Writes nothing into the content folder. */
	readonly isDryRun?: boolean;
	/** Receives what is to be reported. */
	readonly sink?: ReportSink;
}

/**
 * Writes the articles of sources, with their authors, pictures and attachments, into a content folder. A journal
 * records what was imported. An article that an editor has changed since is never overwritten. One that has changed in
 * the source is written again. Everything else stays as it is. Each file is written atomically, so an interrupted run
 * can simply be repeated. An item that cannot be imported is reported, and the import continues.
 *
 * @throws {SourceError} if a source as a whole cannot be read
 */
export async function importArticles(
	sources: readonly Source[],
	options: ImportOptions,
): Promise<ImportReport> {
	const { directory, progress, isDryRun = false } = options;
	const report = new ImportReport(options.sink);
	const isWriting = !isDryRun;
	if (isWriting) await writeMissing(join(directory, "site.yml"), writeData(strings.site, "site"));
	const run = new Run(
		directory,
		isWriting,
		options.categories ?? noCategories,
		report,
		await AuthorFiles.open(directory, isWriting),
		await Journal.open(join(directory, journalFile), isWriting),
		await readPortalNames(directory),
		sources.length > 1,
	);
	progress.start(strings.progress, 0);
	try {
		for (const [index, source] of sources.entries()) {
			for await (const item of source.articles()) {
				if ("record" in item) await run.takeRecord(source, item);
				else {
					report.read += 1;
					await run.take(source, item);
				}
				const read = source.readSoFar?.();
				progress.advance(1, read === undefined ? undefined : (index + read) / sources.length);
			}
		}
	} finally {
		// No write may still run when the import returns.
		await run.settle();
		progress.done();
	}
	await run.finish();
	report.authorsWritten = run.authors.written;
	return report;
}

/** A running import. Items are handled in order, so that names and places do not depend on the disk's speed. */
class Run {
	readonly authors: AuthorFiles;
	readonly #directory: string;
	readonly #isWriting: boolean;
	readonly #categories: CategoryTable;
	readonly #report: ImportReport;
	readonly #journal: Journal;
	readonly #names: PortalNames;
	readonly #hasSeveralSources: boolean;
	readonly #addresses = new FormerAddresses();
	readonly #duplicates = new NearDuplicates();
	readonly #taken = new Set<string>();
	readonly #keys = new Set<string>();
	readonly #pending = new Set<Promise<void>>();
	#failure: unknown;

	constructor(
		directory: string,
		isWriting: boolean,
		categories: CategoryTable,
		report: ImportReport,
		authors: AuthorFiles,
		journal: Journal,
		names: PortalNames,
		hasSeveralSources: boolean,
	) {
		this.#directory = directory;
		this.#isWriting = isWriting;
		this.#categories = categories;
		this.#report = report;
		this.authors = authors;
		this.#journal = journal;
		this.#names = names;
		this.#hasSeveralSources = hasSeveralSources;
		for (const [, { file, addresses }] of journal.entries()) this.#addresses.add(addresses, addressOf(file));
	}

	async take(source: Source, item: ImportedArticle | UnreadableItem): Promise<void> {
		const place = strings.place(item.position, item.id ?? "");
		const label = this.#hasSeveralSources ? `${source.name}, ${place}` : place;
		const entry = { source: source.name, position: item.position, label, title: "", before: "", after: "" };
		if ("unreadable" in item) {
			await this.#report.add({ ...entry, notes: [{ kind: "refused", detail: item.unreadable }] });
			return;
		}
		const before = (item.excerpt ?? textOf(item)).slice(0, excerptLength);
		const refuse = (detail: string) =>
			this.#report.add({
				...entry,
				title: item.title.slice(0, 300),
				before,
				notes: [{ kind: "refused", detail }],
			});
		try {
			const head = draftHead(item);
			if ("refused" in head) await refuse(head.refused);
			else {
				const taken = await this.#takeArticle(this.#keyOf(source, item), item, head);
				if ("refused" in taken) await refuse(taken.refused);
				else await this.#report.add({ ...entry, ...taken, title: head.title, before });
			}
		} catch (error) {
			// Extremely nested or repeated text throws one of these; the next article is not affected.
			if (error instanceof SourceError) await refuse(error.message);
			else if (error instanceof RangeError) await refuse(strings.beyondMeasure);
			else throw error;
		}
	}

	/** A record that is there already, with other content, belongs to the editors and stays as it is. */
	async takeRecord(
		source: Source,
		{ position, collection, id, record, files }: ImportedRecord,
	): Promise<void> {
		const { kind } = recordCollections[collection];
		const file = `${collection}/${id}.yml`;
		const text = writeData(record as WritableFields, kind);
		const [problem] = problemsOfEntry(file, kind, Buffer.from(text));
		const present = await readIfThere(join(this.#directory, file));
		const tell = (note: Note) =>
			this.#report.add({
				source: source.name,
				position,
				label: file,
				title: "",
				notes: [note],
				before: text.slice(0, excerptLength),
				after: "",
			});
		if (problem) await tell({ kind: "refused", detail: problem.message });
		else if (present !== undefined && !isSameData(file, present, text))
			await tell({ kind: "leftAlone", detail: file });
		else {
			const { missing } = await placeFiles(files, file, {
				directory: this.#directory,
				journal: this.#journal,
				isWriting: this.#isWriting,
			});
			for (const { file: one, reason } of missing)
				await tell({ kind: "pictures", detail: `${one.reference}: ${reason}` });
			if (present === undefined && this.#isWriting) await writeWhole(join(this.#directory, file), text);
			this.#report.records += 1;
		}
	}

	/** Two items with the same id are two articles. */
	#keyOf(source: Source, item: ImportedArticle): string {
		const key = keyOf(source.name, item);
		const own = this.#keys.has(key) ? `${key}\t${item.position}` : key;
		this.#keys.add(own);
		return own;
	}

	async #takeArticle(key: string, item: ImportedArticle, head: ArticleHead) {
		const file = this.#journal.entryOf(key)?.file ?? this.#freeFile(key, item, head);
		const known = this.#journal.entryOf(key) ?? this.#journal.entryOf(this.#journal.ownerOf(file) ?? "");
		this.#taken.add(file);
		const files = await placeFiles(item.files ?? [], file, {
			directory: this.#directory,
			journal: this.#journal,
			isWriting: this.#isWriting,
		});
		const links = new Set<string>();
		const broken = new Set<string>();
		const draft = draftArticle(item, head, files, this.#categories, (href) =>
			this.#linkOf(href, item, links, broken),
		);
		if ("refused" in draft) return draft;
		const notes: Note[] = [...head.notes, ...draft.notes];
		const { fields: complete, ids } = this.#complete(item, head, draft, notes);
		const fields = this.#withFreeAddresses(complete, file, notes);
		for (const link of broken) notes.push({ kind: "linkLeftOut", detail: link });
		const text = writeDocument(fields, draft.body);
		const size = Buffer.byteLength(text);
		if (size > maxFileBytes) return { refused: strings.tooLarge(size) };
		this.#report.noteUnused(item.unused ?? []);
		if (!file.endsWith(`-${head.slug}.md`) && item.fields === undefined)
			notes.push({ kind: "renamed", detail: file });
		for (const { label, share } of this.#duplicates.add(file, draft.body)) {
			notes.push({ kind: "nearDuplicate", detail: strings.sameStory(label, share) });
		}
		const isWritten = await this.#write(key, file, text, {
			addresses: fields.draft === true ? [] : (item.formerAddresses ?? []),
			links: [...links],
			known,
			notes,
			writeBeside: async () => {
				await Promise.all(
					ids.map((id, index) => this.authors.write(id, draft.authors[index] ?? id, draft.organisation)),
				);
				await this.#writeComments(file, item.comments ?? []);
			},
		});
		return { ...(isWritten ? { file } : {}), notes, after: text.slice(0, excerptLength) };
	}

	/** Existing comments belong to the desk, which may have removed some, so they are not overwritten. */
	async #writeComments(file: string, comments: readonly Comment[]): Promise<void> {
		const id = asArticleId(file.replace(/^articles\/|\.md$/g, ""));
		if (comments.length > 0)
			await writeMissing(join(this.#directory, commentsPath(id)), writeComments(comments));
	}

	/** Adds authors and proposed values to the front matter that is certain. */
	#complete(item: ImportedArticle, head: ArticleHead, draft: ArticleDraft, notes: Note[]) {
		const stated = statedAuthors(item);
		const ids =
			stated.length > 0
				? stated
				: [...new Set(draft.authors.map((author) => this.authors.register.idOf(author)))];
		const author = ids.length === 1 ? (ids[0] ?? "") : ids;
		const fields: Record<string, unknown> = { ...draft.fields, author };
		if (item.fields === undefined) this.#propose(fields, item, head, draft, notes);
		const { province, committee } = fields;
		if (typeof province === "string" && !this.#names.provinces.at(province as Slug, dayOf(head.moment))) {
			notes.push({ kind: "fieldLeftOut", detail: `province: ${province}` });
			delete fields.province;
		}
		if (typeof committee === "string" && !this.#names.committees.some(({ id }) => id === committee)) {
			notes.push({ kind: "fieldLeftOut", detail: `committee: ${committee}` });
			delete fields.committee;
		}
		return { fields: fields as WritableFields, ids };
	}

	#propose(
		fields: Record<string, unknown>,
		item: ImportedArticle,
		head: ArticleHead,
		draft: ArticleDraft,
		notes: Note[],
	): void {
		const evidence: Evidence = {
			title: head.title,
			lead: String(fields.summary ?? ""),
			byLine: [...draft.authors, draft.organisation ?? "", ...(item.tags ?? [])].join("; "),
			body: draft.body,
			hosts: [...new Set([...(item.formerAddresses ?? []), item.link ?? ""].map(hostOf))].filter(
				(host) => host !== "",
			),
			moment: head.moment,
		};
		const tell = (field: string, name: string, confidence: number, said: string) => {
			const isTaken = confidence >= sureEnough;
			if (confidence < worthTelling) return;
			notes.push({
				kind: isTaken ? "proposed" : "proposal",
				detail: strings.proposal(field, name, said),
				confidence,
			});
		};
		if (fields.province === undefined) {
			const found = proposeProvince(evidence, this.#names.provinces);
			if (found) tell("province", found.name, found.confidence, found.evidence);
			if (found && found.confidence >= sureEnough) fields.province = found.value;
		}
		if (fields.committee === undefined) {
			const found = proposeCommittee(evidence, this.#names.committees, fields.province as Slug | undefined);
			if (found) tell("committee", found.name, found.confidence, found.evidence);
			if (found && found.confidence >= sureEnough) fields.committee = found.value;
		}
		if (fields.tags === undefined) {
			const tags = proposeTags(evidence, this.#names.tags);
			if (tags.length > 0) {
				fields.tags = tags;
				tell("tags", tags.join(", "), sureEnough, head.title);
			}
		}
	}

	/**
	 * Writes an article unless the file was edited or belongs to another item. Returns whether the file is the item's.
	 */
	async #write(
		key: string,
		file: string,
		text: string,
		about: {
			readonly addresses: readonly string[];
			readonly links: readonly string[];
			readonly known: JournalEntry | undefined;
			readonly notes: Note[];
			/** Writes the other files that belong to the article. */
			readonly writeBeside: () => Promise<unknown>;
		},
	): Promise<boolean> {
		const { known, notes, links } = about;
		const path = join(this.#directory, file);
		const present = await readIfThere(path);
		const settled = links.length === 0 ? text : withoutLinks(text, links.filter(isHostless));
		const isOurs = present !== undefined && known?.written.includes(shortDigest(present)) === true;
		const isSame =
			present === text || present === settled || (isOurs && isSameButForViews(present, [text, settled]));
		const addresses = about.addresses.flatMap((address) =>
			hostOf(address) === "" ? (formerPath(address) ?? []) : address,
		);
		if (present !== undefined && !isSame && !isOurs) {
			notes.push(known ? { kind: "edited", detail: file } : { kind: "leftAlone", detail: file });
			if (known) this.#addresses.add(addresses, addressOf(file));
			return known !== undefined;
		}
		this.#addresses.add(addresses, addressOf(file));
		if (isSame) this.#report.unchanged += 1;
		else if (isOurs) this.#report.updated += 1;
		else this.#report.written += 1;
		if (!this.#isWriting) return true;
		const digest = shortDigest(isSame ? present : text);
		const written = [digest, ...(known?.written ?? []).filter((each) => each !== digest)].slice(0, 3);
		const openLinks = isSame && present !== text ? links.filter((link) => !isHostless(link)) : links;
		await this.#start(async () => {
			// Authors first: if the run ended in between, an article without its authors would be invalid.
			await about.writeBeside();
			await this.#journal.note(key, { file, written, addresses, links: openLinks });
			if (!isSame) await writeWhole(path, text);
		});
		return true;
	}

	/** Starts a task as soon as fewer than the limit are running. */
	async #start(work: () => Promise<void>): Promise<void> {
		if (this.#failure !== undefined) throw this.#failure;
		const started = work().catch((error: unknown) => {
			this.#failure ??= error;
		});
		this.#pending.add(started);
		started.finally(() => this.#pending.delete(started));
		if (this.#pending.size >= concurrency) await Promise.race(this.#pending);
	}

	async settle(): Promise<void> {
		await Promise.all(this.#pending);
	}

	/** Corrects links to articles that were imported after the ones that link to them. */
	async finish(): Promise<void> {
		if (this.#failure !== undefined) throw this.#failure;
		for (const [key, entry] of this.#journal.entries()) {
			if (entry.links.length === 0) continue;
			const path = join(this.#directory, entry.file);
			const present = await readIfThere(path);
			if (present === undefined || !entry.written.includes(shortDigest(present))) continue;
			const { text, open } = settleLinks(present, entry.links, (link) => this.#addresses.targetOf(link));
			if (open.length > 0) {
				await this.#report.add({
					source: key.slice(0, key.indexOf("\t")),
					position: 0,
					label: entry.file,
					title: "",
					file: entry.file,
					notes: [{ kind: "deadLink", detail: open.join(" ") }],
					before: "",
					after: "",
				});
			}
			const links = open.filter((link) => !isHostless(link));
			if (!this.#isWriting || (text === present && links.length === entry.links.length)) continue;
			const written = [...new Set([shortDigest(text), ...entry.written])].slice(0, 3);
			await this.#journal.note(key, { ...entry, written, links });
			if (text !== present) await writeWhole(path, text);
		}
	}

	/** The target of a link: the imported article, or for now the old target, which is noted. */
	#linkOf(
		href: string,
		{ formerAddresses, fields }: ImportedArticle,
		open: Set<string>,
		broken: Set<string>,
	): string | undefined {
		if (fields !== undefined || /^(?:mailto|tel):/i.test(href)) return href;
		if (href.startsWith("#")) return undefined;
		const base = formerAddresses?.[0];
		const target = this.#addresses.targetOf(href, base);
		if (target !== undefined) return target;
		const host = hostOf(base ?? "");
		const isOnPortal = this.#addresses.isWithin(href) || hostOf(href) === host;
		if (!isOnPortal) {
			if (/^https?:\/\//i.test(href) && URL.canParse(href)) return href;
			broken.add(href.slice(0, longestLink));
			return undefined;
		}
		const absolute =
			host === "" ? formerPath(href, base) : URL.canParse(href, base) ? new URL(href, base).href : undefined;
		if (absolute !== undefined) open.add(absolute);
		return absolute;
	}

	/** Drops former addresses that another article or a page of the site already has. */
	#withFreeAddresses(fields: WritableFields, file: string, notes: Note[]): WritableFields {
		const { formerAddresses, ...others } = fields;
		if (!Array.isArray(formerAddresses)) return fields;
		const own = addressOf(file);
		const free = formerAddresses.filter((address) => {
			const path = String(address);
			if (path === own) return false;
			const target = this.#addresses.targetOf(path);
			// A query tells an old address from the page of the same path.
			const isReserved = !path.includes("?") && isReservedPlace(path);
			const isFree = !isReserved && (target === undefined || target === own);
			if (!isFree) notes.push({ kind: "linkLeftOut", detail: path });
			return isFree;
		});
		return free.length === 0 ? others : { ...fields, formerAddresses: free };
	}

	/** Whether another item was imported into the file; the same item of a renamed source does not count as another. */
	#isOfOther(file: string, key: string): boolean {
		const owner = this.#journal.ownerOf(file);
		return owner !== undefined && (this.#keys.has(owner) || idIn(owner) !== idIn(key));
	}

	/** `articles/<yyyy>/<mm>/<dd>-<slug>.md`, with -2, -3… if another item has that name. */
	#freeFile(key: string, { id, fields }: ImportedArticle, { moment, slug }: ArticleHead): string {
		if (fields !== undefined && id !== undefined && isArticleId(id)) return `articles/${id}.md`;
		const base = `articles/${pathOf(moment)}${slug}`;
		let file = `${base}.md`;
		for (let number = 2; this.#taken.has(file) || this.#isOfOther(file, key); number++) {
			file = `${base}-${number}.md`;
		}
		return file;
	}
}

function idIn(key: string): string {
	return key.slice(key.indexOf("\t"));
}

/** "2020/07/14-" */
function pathOf(moment: IsoDate): string {
	const [year, month, day] = dayOf(moment).split("-");
	return `${year}/${month}/${day}-`;
}

function addressOf(file: string) {
	return articleAddress(asArticleId(file.replace(/^articles\/|\.md$/g, "")));
}

/** Whether two texts of YAML say the same, however they are written. */
function isSameData(file: string, one: string, other: string): boolean {
	const read = (text: string) => JSON.stringify(readData(file, Buffer.from(text)).document?.fields);
	return one === other || read(one) === read(other);
}

function isHostless(link: string): boolean {
	return hostOf(link) === "";
}

function textOf({ title, lead, body }: ImportedArticle): string {
	const text =
		"text" in body
			? body.text
			: "html" in body
				? body.html.slice(0, excerptLength * 3).replace(/<[^>]*>/g, " ")
				: body.markdown;
	return [title, lead ?? "", text.slice(0, excerptLength)].filter((part) => part !== "").join("\n\n");
}

async function writeMissing(path: string, text: string): Promise<void> {
	if ((await readIfThere(path)) === undefined) await writeWhole(path, text);
}

/**
 * Whether only the number of views differs. A portal that is still online keeps counting, and that must not change
 * published articles.
 */
function isSameButForViews(present: string, texts: readonly string[]): boolean {
	const views = /^views: .*$/m;
	const [own] = views.exec(present) ?? [];
	return own !== undefined && texts.some((text) => present === text.replace(views, () => own));
}
