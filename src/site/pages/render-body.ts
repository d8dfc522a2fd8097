import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBody, renderMarkdown } from "../../content/index.ts";
import type { Messages } from "../../messages/index.ts";
import type { RenderedBody } from "../api/documents.ts";
import type { BodyView } from "../views.ts";

/** Reads and renders the body of a document. Throws if the file has vanished since the portal was read. */
export function renderBody(
	contentDirectory: string,
	{ file, pictures }: BodyView,
	messages: Messages,
): RenderedBody {
	const markdown = readBody(file, readFileSync(join(contentDirectory, file)));
	return { markdown, html: renderMarkdown(markdown, { pictures, messages }) };
}
