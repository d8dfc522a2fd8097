import { asSlug, type Slug } from "../model/ids.ts";
import { slugify, wordKeys } from "../text/index.ts";

/**
 * Finds the author file of a by-line. By-lines that differ only in case, spaces and the place of a tone mark are one
 * author: "Lê Hòa" and "LÊ HOÀ" are. "Lê Dần" and "Lê Dân" are two, and so are "Vi" and "Vy".
 */
export class AuthorRegister {
	readonly #idByName = new Map<string, Slug>();
	readonly #ids = new Set<string>();

	/** Adds an author that has a file already; without a name, only the id is reserved. */
	add(id: Slug, name?: string): void {
		this.#ids.add(id);
		if (name !== undefined && !this.#idByName.has(identity(name))) this.#idByName.set(identity(name), id);
	}

	/** The id of the author with that name; for a new name, the first free id. */
	idOf(name: string): Slug {
		const known = this.#idByName.get(identity(name));
		if (known) return known;
		const base = slugify(name, 76) || "tac-gia";
		let id = base;
		for (let number = 2; this.#ids.has(id); number++) id = `${base}-${number}`;
		this.add(asSlug(id), name);
		return asSlug(id);
	}
}

function identity(name: string): string {
	const lower = name.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
	return lower.replace(/\p{L}+/gu, (word) => wordKeys(word).exact + (/[yýỳỷỹỵ]$/.test(word) ? "y" : ""));
}
