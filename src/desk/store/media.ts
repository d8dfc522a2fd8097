import { readSought, soughtAmong } from "../../search/lists/sought-text.ts";
import type { Person } from "../people.ts";
import { type DeskContext, refused } from "./desk-context.ts";
import type { MediaPage, MediaQuery, MediaRemoved, Refused } from "./desk-store.ts";
import { fileUses } from "./file-uses.ts";
import { PictureWords } from "./picture-words.ts";
import { portalSpellings } from "./portal-spellings.ts";
import { strings } from "./strings.ts";

const mediaName = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;
const filesPerPage = 50;
const mostFilesPerPage = 200;

/** The pictures of the readers' branch, with the entries that use them. */
export class Media {
	readonly #desk: DeskContext;
	/** Listing a large archive takes a second, so the list is cached for a commit. */
	#listed: { readonly tip: string; readonly paths: readonly string[] } | undefined;
	readonly #words = new PictureWords();

	constructor(desk: DeskContext) {
		this.#desk = desk;
	}

	async page({ q = "", unused = false, cursor, limit = filesPerPage }: MediaQuery): Promise<MediaPage> {
		const tip = await this.#desk.branch.tip();
		if (tip === undefined) return { files: [], cursor: null, count: 0 };
		const sought = readSought(q, await portalSpellings(this.#desk));
		const all = await this.#paths(tip);
		const words = sought && (await this.#words.of(all));
		const fitting = soughtAmong(all, (path) => words?.get(path) ?? "", sought);
		const uses = await fileUses(this.#desk);
		const paths = unused ? uses.unused(fitting) : fitting;
		const from = Math.max(0, Math.floor(Number(cursor)) || 0);
		const shown = paths.slice(from, from + Math.min(limit, mostFilesPerPage));
		const sizes = await this.#sizes(tip, shown);
		const next = from + shown.length;
		return {
			files: shown.map((path) => ({
				path,
				bytes: sizes.get(path) ?? 0,
				usedBy: uses.of(path).map(({ collection, id }) => ({
					collection,
					id,
					title: this.#desk.indexes[collection].get(id)?.facts.title ?? id,
				})),
			})),
			cursor: next < paths.length ? String(next) : null,
			count: paths.length,
		};
	}

	async remove(paths: readonly string[], person: Person): Promise<MediaRemoved | Refused> {
		const isAllowed = person.roles.some(
			({ role, committees }) => role === "publisher" && committees === "all",
		);
		if (!isAllowed) return refused("role");
		const { branch, follower } = this.#desk;
		return await this.#desk.writing(async () => {
			let removed: readonly string[] = [];
			const author = this.#desk.signature(person);
			const result = await branch.publish<undefined>(
				async (tip) => {
					const there = new Set(tip === undefined ? [] : await this.#paths(tip));
					const uses = await fileUses(this.#desk);
					removed = uses.unused([...new Set(paths)].filter((path) => there.has(path)));
					if (removed.length === 0) return { instead: undefined };
					const files = new Map(removed.map((path) => [path, null]));
					return {
						files,
						message: `${strings.commits.removeMedia(removed.length)}\n\n${removed.join("\n")}\n`,
					};
				},
				author,
				follower,
			);
			const kept = paths.filter((path) => !removed.includes(path));
			if ("instead" in result) return { kind: "removed", removed: [], kept };
			if (this.#desk.seen === result.parent) this.#desk.seen = result.commit;
			this.#desk.tellPublication(result);
			return { kind: "removed", removed, kept, publication: result };
		});
	}

	async #paths(tip: string): Promise<readonly string[]> {
		if (this.#listed?.tip === tip) return this.#listed.paths;
		const start = await this.#start();
		const listed = await this.#desk.repository.text([
			"ls-tree",
			"-r",
			"-z",
			"--full-tree",
			"--name-only",
			tip,
		]);
		const paths = listed
			.split("\0")
			.filter((path) => path.startsWith(start) && mediaName.test(path))
			.map((path) => path.slice(start.length))
			.reverse();
		const isShared = (path: string) => path.startsWith("media/");
		const inOrder = [...paths.filter(isShared), ...paths.filter((path) => !isShared(path))];
		this.#listed = { tip, paths: inOrder };
		return inOrder;
	}

	/** By path; without reading the files. */
	async #sizes(tip: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
		if (paths.length === 0) return new Map();
		const start = await this.#start();
		const told = await this.#desk.repository.text([
			...["--literal-pathspecs", "ls-tree", "-l", "-z", "--full-tree", tip, "--"],
			...paths.map((path) => start + path),
		]);
		return new Map(
			told.split("\0").flatMap((line) => {
				const [facts = "", path = ""] = line.split("\t");
				return path === "" ? [] : [[path.slice(start.length), Number(facts.split(/ +/)[3])] as const];
			}),
		);
	}

	async #start(): Promise<string> {
		const contentPath = await this.#desk.branch.contentPath();
		return contentPath === "" ? "" : `${contentPath}/`;
	}
}
