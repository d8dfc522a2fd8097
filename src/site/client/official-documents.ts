/**
 * Finds official documents by words, kind, issuer, subject and year: reads the pages of the years, which have all of
 * them, and shows the lines that fit. Without it the page's own lists lead to every document.
 */
import { recordsAddresses, recordYearAddress } from "../../model/addresses.ts";
import { fold } from "../../text/index.ts";

/** Lines that are shown at once. */
const mostShown = 100;
const choices = { loai: "kind", "co-quan": "issuer", "linh-vuc": "subject" } as const;

interface Line {
	readonly item: HTMLElement;
	readonly folded: string;
}

const form = document.querySelector<HTMLFormElement>("form.official-documents-page-finder");
const place = document.querySelector<HTMLElement>("[data-documents]");
if (form && place) offerFinder(form, place);

function offerFinder(form: HTMLFormElement, place: HTMLElement): void {
	const own = [...place.childNodes];
	const status = form.querySelector("[role=status]");
	const years = [...form.querySelectorAll<HTMLOptionElement>("select[name=nam] option")]
		.map(({ value }) => value)
		.filter(Boolean);
	const pages = new Map<string, Promise<readonly Line[]>>();
	let asked = 0;

	const say = (text: string | undefined) => {
		if (status) status.textContent = text ?? "";
	};

	const linesOf = (year: string): Promise<readonly Line[]> => {
		const known = pages.get(year) ?? readYear(year);
		pages.set(year, known);
		known.catch(() => pages.delete(year));
		return known;
	};

	const find = async (): Promise<void> => {
		asked += 1;
		const question = asked;
		const wanted = new URLSearchParams();
		for (const [name, value] of new FormData(form))
			if (typeof value === "string" && value.trim() !== "") wanted.set(name, value.trim());
		const query = wanted.toString();
		history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
		if (query === "") {
			say("");
			place.replaceChildren(...own);
			return;
		}
		say(form.dataset.loading);
		try {
			const wantedYear = wanted.get("nam");
			const all = await Promise.all((wantedYear === null ? years : [wantedYear]).map(linesOf));
			if (question !== asked) return;
			const found = all.flat().filter((line) => fits(line, wanted));
			show(found);
		} catch (error) {
			console.error(error);
			if (question === asked) say(form.dataset.failed);
		}
	};

	const show = (found: readonly Line[]): void => {
		const list = document.createElement("ol");
		list.className = "official-document-list";
		list.append(...found.slice(0, mostShown).map(({ item }) => item));
		place.replaceChildren(...(found.length > 0 ? [list] : []));
		const { found: count, first, none } = form.dataset;
		if (found.length === 0) say(none);
		else {
			const told = count?.replace("{count}", found.length.toLocaleString(document.documentElement.lang));
			const rest = found.length > mostShown ? `. ${first?.replace("{shown}", String(mostShown)) ?? ""}` : "";
			say(`${told ?? ""}${rest}`);
		}
	};

	for (const [name, value] of new URLSearchParams(location.search)) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
	}
	let waiting: ReturnType<typeof setTimeout> | undefined;
	form.addEventListener("input", () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => void find(), 150);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void find();
	});
	form.hidden = false;
	if (location.search !== "") void find();
}

async function readYear(year: string): Promise<readonly Line[]> {
	const response = await fetch(recordYearAddress(recordsAddresses["official-documents"], year));
	if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const page = new DOMParser().parseFromString(await response.text(), "text/html");
	return [...page.querySelectorAll<HTMLElement>(".official-document-list > li")].map((item) => ({
		item: document.importNode(item, true),
		folded: keyOf(item.textContent ?? ""),
	}));
}

function fits({ item, folded }: Line, wanted: URLSearchParams): boolean {
	for (const [name, fact] of Object.entries(choices)) {
		const value = wanted.get(name);
		if (value !== null && item.dataset[fact] !== value) return false;
	}
	// "số" before a number says nothing: "kế hoạch số 43" is 43-KH/TU.
	const words = keyOf(wanted.get("q") ?? "")
		.replace(/ so(?= \d)/g, "")
		.split(" ");
	return words.every((word) => word === "" || folded.includes(` ${word}`));
}

/** Words as they are compared: without marks, letters and digits alone, each with a space before it. */
function keyOf(text: string): string {
	return ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}
