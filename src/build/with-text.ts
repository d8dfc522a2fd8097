import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { plainText, readBody } from "../content/index.ts";

/** What is known of an article without its body, and where that lies. Plain data. */
export interface ArticleFrame<Frame> {
	readonly file: string;
	/** Caption of its main picture. */
	readonly caption?: string;
	readonly frame: Frame;
}

/** Articles with the words of their bodies and of what stands below their pictures. */
export async function* withText<Frame extends object>(
	contentDirectory: string,
	articles: readonly ArticleFrame<Frame>[],
): AsyncGenerator<Frame & { readonly text: string }> {
	for (const { file, caption, frame } of articles) {
		const body = readBody(file, await readFile(join(contentDirectory, file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, caption, ...captions].filter(Boolean).join("\n") };
	}
}
