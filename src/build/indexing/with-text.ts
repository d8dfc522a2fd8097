import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { plainText, readBody } from "../../content/index.ts";

/** An article without its body, and the file that has the body. Plain data. */
export interface ArticleFrame<Frame> {
	/** Absent for records, which have no body. */
	readonly file?: string;
	/** SHA-256 of the file, where nothing else says that it has changed. */
	readonly digest?: string;
	/** Its text, if it has no file. */
	readonly words?: string;
	/** Caption of its main picture. */
	readonly caption?: string;
	/** Comments on it, without the names of readers, which must not be searchable. */
	readonly comments?: string;
	readonly frame: Frame;
}

/** After how many articles the process checks whether the build has ended. */
const articlesPerTurn = 50;

/** Articles with their full text: body, captions and comments. */
export async function* withText<Frame extends object>(
	contentDirectory: string,
	articles: Iterable<ArticleFrame<Frame>>,
): AsyncGenerator<Frame & { readonly text: string }> {
	let count = 0;
	for (const { file, words = "", caption, comments, frame } of articles) {
		// Lets a process whose build has ended notice that and end.
		if (count++ % articlesPerTurn === 0) await setImmediate();
		if (file === undefined) {
			yield { ...frame, text: words };
			continue;
		}
		const body = readBody(file, readFileSync(join(contentDirectory, file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, caption, ...captions, comments].filter(Boolean).join("\n") };
	}
}
