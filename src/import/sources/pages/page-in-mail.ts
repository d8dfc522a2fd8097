/** Pages that browsers and Word save as one file, in the form of a mail: `.mht`, `.mhtml` (RFC 2557). */

/** A page with the files that it shows. */
export interface PageInMail {
	readonly bytes: Uint8Array;
	/** The encoding that the file states. */
	readonly charset?: string;
	/** Where the page was. */
	readonly address?: string;
	/** Its pictures, by address. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The headers at the beginning of a mail, one of which states its form. */
const mailHead = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?MIME-Version:/i;
/** How a file of several letters begins. */
const mailbox = /^From \S+@\S+ /;
/** Headers of letters, which somebody sent to somebody. */
const letterHeader = /^(?:(?:To|Cc|Received|Return-Path|Delivered-To|Message-ID):|From:[^\n]*@)/im;
const longestHead = 8000;
/** Parts within parts. A page has two levels. */
const deepest = 10;

/** Whether the beginning of a file is that of a saved page in the form of a mail. */
export function beginsLikeMail(head: string): boolean {
	const headers = headersAtTop(head);
	const isPage = /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(headers);
	return isPage && mailHead.test(headers) && !isLetter(head);
}

/** Whether the beginning of a file is that of a letter, or of several. */
export function isLetter(head: string): boolean {
	const headers = headersAtTop(head);
	return mailbox.test(headers) || (mailHead.test(headers) && letterHeader.test(headers));
}

function headersAtTop(head: string): string {
	return head.slice(0, longestHead).replaceAll("\r\n", "\n").split("\n\n", 1)[0] ?? "";
}

/** Reads such a file; undefined if there is no page in it. */
export function readPageInMail(bytes: Uint8Array): PageInMail | undefined {
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	let page: Omit<PageInMail, "files"> | undefined;
	const files = new Map<string, Uint8Array>();
	for (const { headers, body } of leavesOf(whole, deepest)) {
		const content = decoded(body, headerOf(headers, "Content-Transfer-Encoding"));
		const type = headerOf(headers, "Content-Type") ?? "";
		const address = headerOf(headers, "Content-Location");
		if (page === undefined && /^(?:text\/html|application\/xhtml)/i.test(type)) {
			const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
			page = { bytes: content, ...(charset && { charset }), ...(address && { address }) };
		} else {
			const id = headerOf(headers, "Content-ID")?.replace(/^<|>$/g, "");
			if (address) files.set(address, content);
			if (id) files.set(`cid:${id}`, content);
		}
	}
	return page && { ...page, files };
}

interface Leaf {
	/** Each on one line. */
	readonly headers: string;
	readonly body: string;
}

/** The parts that have no parts themselves, in order (RFC 2046, 5.1). */
function* leavesOf(part: string, depth: number): Generator<Leaf> {
	const end = /(?:^|\n)\r?\n/.exec(part);
	if (!end) return;
	const headers = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
	const body = part.slice(end.index + end[0].length);
	const type = headerOf(headers, "Content-Type") ?? "";
	const boundary = /^multipart\/.*?;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
	if (!boundary || depth === 0) {
		yield { headers, body };
		return;
	}
	const signs = (boundary[1] ?? boundary[2] ?? "").replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
	// A boundary is a line of its own; the same signs within a line are text.
	const line = new RegExp(`(?:^|\\r?\\n)--${signs}(?:--)?[ \\t]*(?=\\r?\\n|$)`);
	for (const inner of body.split(line).slice(1)) yield* leavesOf(inner.replace(/^\r?\n/, ""), depth - 1);
}

function headerOf(headers: string, name: string): string | undefined {
	return new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, "im").exec(headers)?.[1]?.trim();
}

function decoded(content: string, encoding = ""): Uint8Array {
	if (/base64/i.test(encoding)) return Buffer.from(content, "base64");
	if (!/quoted-printable/i.test(encoding)) return Buffer.from(content, "latin1");
	const text = content
		.replace(/=[ \t]*\r?\n/g, "")
		.replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	return Buffer.from(text, "latin1");
}
