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

/** The beginning of such a file: headers, of which one is that of a mail. */
const mailHead = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?MIME-Version:/i;

/** Whether the beginning of a file is that of a saved page in the form of a mail. */
export function beginsLikeMail(head: string): boolean {
	return mailHead.test(head.slice(0, 4000).replaceAll("\r\n", "\n")) && /multipart\//i.test(head);
}

/** Reads such a file; undefined if there is no page in it. */
export function readPageInMail(bytes: Uint8Array): PageInMail | undefined {
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	const boundary = /\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i.exec(whole.slice(0, 4000));
	if (!boundary) return undefined;
	let page: Omit<PageInMail, "files"> | undefined;
	const files = new Map<string, Uint8Array>();
	for (const part of whole.split(`--${boundary[1] ?? boundary[2]}`).slice(1)) {
		const end = /\r?\n\r?\n/.exec(part);
		if (!end) continue;
		const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
		const headerOf = (name: string) =>
			new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, "im").exec(head)?.[1]?.trim();
		const content = decoded(part.slice(end.index + end[0].length), headerOf("Content-Transfer-Encoding"));
		const type = headerOf("Content-Type") ?? "";
		const address = headerOf("Content-Location");
		if (page === undefined && /^(?:text\/html|application\/xhtml)/i.test(type)) {
			const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
			page = { bytes: content, ...(charset && { charset }), ...(address && { address }) };
		} else {
			const id = headerOf("Content-ID")?.replace(/^<|>$/g, "");
			if (address) files.set(address, content);
			if (id) files.set(`cid:${id}`, content);
		}
	}
	return page && { ...page, files };
}

function decoded(content: string, encoding = ""): Uint8Array {
	if (/base64/i.test(encoding)) return Buffer.from(content, "base64");
	if (!/quoted-printable/i.test(encoding)) return Buffer.from(content, "latin1");
	const text = content
		.replace(/=[ \t]*\r?\n/g, "")
		.replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	return Buffer.from(text, "latin1");
}
