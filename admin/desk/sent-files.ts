import type { UploadAnswer } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { askDesk, DeskError } from "./desk-client.ts";

/** A file that was added in the form and is not saved with an entry yet. */
export interface AddedFile {
	/** Below the content folder. */
	readonly path: string;
	readonly file: File;
}

/** A text with the files that it references, in the form of a request. */
export interface TextWithFiles {
	readonly text: string;
	readonly assets: { path: string; upload: string }[];
}

/** Files that the server has with their entry. */
export const savedFiles = new WeakSet<File>();

const sent = new WeakMap<File, Promise<UploadAnswer>>();

/**
 * Uploads the files that a text references, each only once. The server may convert a file to another type; the text
 * then references that.
 *
 * @throws DeskError, also for files that the server rejects
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

/** The server no longer has them: they are uploaded again when needed. */
export function forgetSentFiles(files: readonly AddedFile[]): void {
	for (const { file } of files) sent.delete(file);
}

/**
 * Uploads a file, if it has not been.
 *
 * @throws DeskError if the server rejects it; the message names the file
 */
export function sendFile(file: File): Promise<UploadAnswer> {
	let answer = sent.get(file);
	if (!answer) {
		answer = askDesk<UploadAnswer>(`/uploads?name=${encodeURIComponent(file.name)}`, {
			method: "POST",
			body: file,
		}).catch((error: unknown) => {
			if (!(error instanceof DeskError)) throw error;
			throw new DeskError(error.status, strings.files.refused(file.name, error.message));
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
