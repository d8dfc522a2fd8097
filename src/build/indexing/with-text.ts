import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { plainText, readBody } from "../../content/index.ts";

/** What is known of an article without its body, and where that lies. Plain data. */
export interface ArticleFrame<Frame> {
	/** Absent where nothing but the frame is known: of records that are data. */
	readonly file?: string;
	/** Its words, where it has no file. */
	readonly words?: string;
	/** Caption of its main picture. */
	readonly caption?: string;
	/** What readers wrote about it; without their names, which are nobody's to look up. */
	readonly comments?: string;
	readonly frame: Frame;
}

/** Articles that are read without looking whether the build still wants them. */
const articlesPerTurn = 50;

/** Articles with the words of their bodies, of what stands below their pictures and of what readers wrote. */
export async function* withText<Frame extends object>(
	contentDirectory: string,
	articles: readonly ArticleFrame<Frame>[],
): AsyncGenerator<Frame & { readonly text: string }> {
	for (const [index, { file, words = "", caption, comments, frame }] of articles.entries()) {
		// A process whose build has ended ends as soon as it has time to see it.
		if (index % articlesPerTurn === 0) await setImmediate();
		if (file === undefined) {
			yield { ...frame, text: words };
			continue;
		}
		const body = readBody(file, readFileSync(join(contentDirectory, file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, caption, ...captions, comments].filter(Boolean).join("\n") };
	}
}
