import { cookieOf, type TestDesk } from "./running-desk.ts";

/** A client that keeps cookies between requests, like a browser. */
export class Visitor {
	readonly #desk: TestDesk;
	readonly #client: TestDesk["stranger"];
	readonly #cookies = new Map<string, string>();

	constructor(desk: TestDesk, cookies = "") {
		this.#desk = desk;
		this.#client = desk.stranger;
		this.#keep(cookies);
	}

	get(address: string) {
		return this.#fetch(address, {});
	}

	/** Sends a form. */
	send(address: string, fields: Readonly<Record<string, string>>) {
		return this.#fetch(address, {
			method: "POST",
			body: new URLSearchParams(fields).toString(),
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});
	}

	async #fetch(
		address: string,
		init: Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> },
	) {
		const own = new URL(address, this.#desk.origin);
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const answer = await this.#client.fetch(own.pathname + own.search, {
			...init,
			headers: { ...init.headers, Cookie: cookie },
		});
		this.#keep(cookieOf(answer));
		return {
			status: answer.status,
			location: answer.headers.get("location") ?? undefined,
			text: await answer.text(),
		};
	}

	#keep(cookies: string): void {
		for (const cookie of cookies.split("; ").filter(Boolean)) {
			const at = cookie.indexOf("=");
			this.#cookies.set(cookie.slice(0, at), cookie.slice(at + 1));
		}
	}
}
