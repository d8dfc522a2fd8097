import { element } from "../../dom/element.ts";
import { say, sayBytes, sayDay } from "../../messages/index.ts";
import type { KeptState, Unfinished } from "../messages.ts";
import { failureOf, listKept, tellWorker } from "./ask.ts";
import { texts } from "./kept-texts.ts";
import { askToPersist, dayAt, isPersisted, room } from "./phone.ts";
import { type RememberedSet, rememberedSets, rememberSets } from "./remembered.ts";

type Change = Parameters<typeof tellWorker>[0];

/** What readers asked to keep, with its size and with buttons to update and to remove it. */
export class KeptSets {
	readonly element = element("section", { class: "kept-sets" });
	readonly #status = element("p", { class: "kept-status", role: "status" });
	readonly #content = element("div");

	constructor() {
		const heading = element("h2", { class: "section-heading" }, say(texts, "kept.sets"));
		this.element.append(heading, this.#status, this.#content);
	}

	/** Shows the current state. @returns it */
	async refresh(): Promise<readonly KeptState[]> {
		const { sets, unfinished } = await listKept();
		const remembered = rememberedSets();
		const evicted = remembered.filter(({ id }) => ![...sets, ...unfinished].some((one) => one.id === id));
		const items = [
			...unfinished.map((wish) => this.#unfinishedItem(wish)),
			...sets.map((set) => this.#setItem(set)),
		];
		this.#content.replaceChildren(
			...(evicted.length > 0 ? [this.#evicted(evicted, sets)] : []),
			items.length > 0
				? element("ul", { class: "kept-list" }, ...items)
				: element("p", { class: "notice" }, say(texts, "kept.noSets")),
			...(await this.#storage(sets.length > 0)),
		);
		if (evicted.length === 0) rememberSets(sets);
		return sets;
	}

	showProgress(id: string, done: number, total: number): void {
		const bar = [...this.#content.querySelectorAll("progress")].find(({ dataset }) => dataset.id === id);
		if (!bar) return;
		bar.max = Math.max(total, 1);
		bar.value = done;
	}

	#setItem(set: KeptState): HTMLElement {
		const { id, title, articles: count, bytes, updatedAt, isCut, missing, waiting } = set;
		const notes = [
			say(texts, "kept.about", {
				count,
				size: sayBytes(texts, bytes),
				day: sayDay(texts, dayAt(updatedAt)),
			}),
			...(isCut ? [say(texts, "kept.cut")] : []),
			...(missing > 0 ? [say(texts, "kept.missing", { count: missing })] : []),
			...(waiting !== undefined ? [say(texts, "kept.waiting", { size: sayBytes(texts, waiting) })] : []),
		];
		return element(
			"li",
			{},
			element("a", { href: id }, title),
			...notes.map((note) => element("p", { class: "kept-note" }, note)),
			element(
				"p",
				{ class: "kept-actions" },
				this.#button(
					say(texts, missing > 0 ? "kept.fetchAgain" : "kept.update"),
					{ kind: "update", id },
					title,
				),
				this.#button(
					say(texts, "kept.remove"),
					{ kind: "remove", id },
					title,
					say(texts, "kept.removed", { title }),
				),
			),
		);
	}

	#unfinishedItem({ id, title, isRunning }: Unfinished): HTMLElement {
		const bar = element("progress", { "data-id": id, "aria-label": title });
		return element(
			"li",
			{},
			element("strong", {}, title),
			element("p", { class: "kept-note" }, say(texts, isRunning ? "kept.unfinished" : "kept.unfinishedHint")),
			...(isRunning ? [bar] : []),
			element(
				"p",
				{ class: "kept-actions" },
				this.#button(say(texts, "kept.stop"), { kind: "cancel", id }, title),
			),
		);
	}

	#evicted(gone: readonly RememberedSet[], there: readonly KeptState[]): HTMLElement {
		const forget = element("button", { type: "button" }, say(texts, "kept.forget"));
		forget.addEventListener("click", () => {
			rememberSets(there);
			void this.refresh();
		});
		return element(
			"div",
			{ class: "kept-evicted notice" },
			element("p", {}, say(texts, "kept.evicted")),
			element(
				"ul",
				{},
				...gone.map(({ id, title }) =>
					element(
						"li",
						{},
						element("a", { href: id }, title),
						" ",
						this.#button(
							say(texts, "kept.keepAgain"),
							{ kind: "keep", id, title, withPictures: true, withAttachments: false },
							title,
						),
					),
				),
			),
			element("p", {}, forget),
		);
	}

	async #storage(hasSets: boolean): Promise<HTMLElement[]> {
		const space = await room();
		const lines: HTMLElement[] = [];
		if (space)
			lines.push(
				element("p", { class: "kept-note" }, say(texts, "kept.room", { used: sayBytes(texts, space.used) })),
			);
		if (!hasSets) return lines;
		if (await isPersisted()) {
			lines.push(element("p", { class: "kept-note" }, say(texts, "kept.persisted")));
			return lines;
		}
		const persist = element("button", { type: "button" }, say(texts, "kept.persist"));
		persist.addEventListener("click", async () => {
			await askToPersist();
			await this.refresh();
		});
		lines.push(element("p", { class: "kept-note" }, say(texts, "kept.mayBeEvicted"), " ", persist));
		return lines;
	}

	/** @param title of the set, for readers who hear the buttons one after the other */
	#button(label: string, change: Change, title: string, done = ""): HTMLButtonElement {
		const made = element(
			"button",
			{ type: "button" },
			label,
			element("span", { class: "visually-hidden" }, ` “${title}”`),
		);
		made.addEventListener("click", async () => {
			made.disabled = true;
			try {
				await tellWorker(change);
				this.#status.textContent = done;
			} catch (error) {
				this.#status.textContent = say(texts, `kept.failed.${failureOf(error)}`);
			}
			if (change.kind === "remove") rememberSets((await listKept()).sets);
			await this.refresh();
		});
		return made;
	}
}
