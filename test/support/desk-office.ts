/** An office with a desk: people with different roles, and helpers for their usual actions, over HTTP. */
import type { ConflictAnswer, Role, RoleGrant, SaveAnswer, StateAnswer } from "../../src/desk/messages.ts";
import { articleText, type ContentFolder } from "./content-folder.ts";
import { DeskFolder } from "./desk-store.ts";
import { HtmlPage } from "./html-page.ts";
import { officePeople } from "./office-people.ts";
import {
	type Answer,
	type DeskClient,
	officeContent,
	TestDesk,
	type TestDeskOptions,
} from "./running-desk.ts";

export const draftId = "2026/11/22-bai-moi";

/** The API's path of an article. */
export function entryPath(id: string): string {
	return `/entries/articles/${encodeURIComponent(id)}`;
}

export function grants(...roles: Role[]): RoleGrant[] {
	return roles.map((role) => ({ role, committees: "all" }));
}

export function draftText(lines: readonly string[] = [], body?: string): string {
	return articleText(
		["title: Bài mới của phóng viên", "date: 2026-11-22T07:30:00+07:00", "committee: ban-dan-van", ...lines],
		body,
	);
}

export interface Office {
	readonly desk: TestDesk;
	readonly writer: DeskClient;
	readonly editor: DeskClient;
	readonly publisher: DeskClient;
	readonly reader: DeskClient;
}

/**
 * Opens an office and waits for its first build.
 * @param files in addition to `officeContent`
 */
export async function openOffice(
	files: ContentFolder = {},
	{ isBare = false, ...options }: TestDeskOptions & { readonly isBare?: boolean } = {},
): Promise<Office> {
	const folder = new DeskFolder({ isBare, files: { ...officeContent, ...files } });
	const { files: data, cookies } = await officePeople();
	const desk = await TestDesk.open(folder, { ...options, data });
	await desk.desk.firstBuild;
	return {
		desk,
		writer: desk.client(cookies.An),
		editor: desk.client(cookies.Binh),
		publisher: desk.client(cookies.Chi),
		reader: desk.stranger,
	};
}

export async function save(
	client: DeskClient,
	id: string,
	text: string,
	base: string | null = null,
): Promise<Answer<SaveAnswer & ConflictAnswer>> {
	return await client.ask("PUT", entryPath(id), { text, base });
}

/** Changes the state of an article. */
export async function lead(
	client: DeskClient,
	id: string,
	to: string,
	base: string,
	more: object = {},
): Promise<Answer<StateAnswer & { message: string }>> {
	return await client.ask("POST", `${entryPath(id)}/state`, { to, base, ...more });
}

/** Requests a page and parses it. */
export async function pageAt(client: DeskClient, address: string) {
	const response = await client.fetch(address);
	const text = await response.text();
	return { status: response.status, text, page: await HtmlPage.parse(text) };
}

/** Submits a form and follows the redirect to the page with the result. */
export async function sendForm(
	client: DeskClient,
	address: string,
	fields: readonly (readonly [string, string])[],
) {
	const response = await client.fetch(address, {
		method: "POST",
		body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
		headers: { "Content-Type": "application/x-www-form-urlencoded" },
	});
	const location = response.headers.get("location");
	if (response.status !== 303 || location === null) {
		const text = await response.text();
		return { status: response.status, location: undefined, text, page: await HtmlPage.parse(text) };
	}
	return { ...(await pageAt(client, location)), status: 303, location };
}
