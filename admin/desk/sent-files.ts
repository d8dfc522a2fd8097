import type { UploadAnswer } from "../../src/desk/messages.ts";
import { askDesk } from "./desk-client.ts";

/** A file that the form has added and the server does not keep with an entry yet. */
export interface AddedFile {
	/** Below the content folder. */
	readonly path: string;
	readonly file: File;
}

/** A text with the files that it names, as the server wants to hear of them. */
export interface TextWithFiles {
	readonly text: string;
	readonly assets: { path: string; upload: string }[];
}

const sent = new WeakMap<File, Promise<UploadAnswer>>();

/**
 * Sends files that a text names, each once however often it is asked for. The server may make another kind of file of
 * one: the text then names that.
 *
 * @throws DeskError, also for what the server does not take
 */
export async function sendFiles(text: string, files: readonly AddedFile[]): Promise<TextWithFiles> {
	let named = text;
	const assets: TextWithFiles["assets"] = [];
	for (const { path, file } of files) {
		const { upload, name } = await sendFile(file);
		const kept = withEndingOf(path, name);
		if (kept !== path) named = named.replaceAll(nameOf(path), nameOf(kept));
		assets.push({ path: kept, upload });
	}
	return { text: named, assets };
}

/** The server does not have them any more: they are sent anew when they are asked for. */
export function forgetSentFiles(files: readonly AddedFile[]): void {
	for (const { file } of files) sent.delete(file);
}

function sendFile(file: File): Promise<UploadAnswer> {
	let answer = sent.get(file);
	if (!answer) {
		answer = askDesk<UploadAnswer>(`/uploads?name=${encodeURIComponent(file.name)}`, {
			method: "POST",
			body: file,
		});
		sent.set(file, answer);
		answer.catch(() => sent.delete(file));
	}
	return answer;
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function withEndingOf(path: string, name: string): string {
	const ending = name.slice(name.lastIndexOf("."));
	return path.endsWith(ending) ? path : `${path.replace(/\.[^./]*$/, "")}${ending}`;
}
