import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { SourceError } from "../../source.ts";
import { isGzip } from "../gzip.ts";
import { strings } from "./strings.ts";

/** The most bytes of a decoded body, against compression bombs. */
const maxResponseBytes = 128_000_000;

/** A web server's response, as an archive stores it. */
export interface HttpResponse {
	readonly status: number;
	/** The media type in lower case, without parameters: "text/html". */
	readonly type: string;
	readonly charset?: string;
	/** Where a redirect leads. */
	readonly location?: string;
	/** The body, with chunked transfer and compression decoded. */
	body(): Buffer;
}

/** Reads an HTTP response from its bytes; undefined if they are not one. */
export function readHttpResponse(bytes: Buffer): HttpResponse | undefined {
	const end = bytes.indexOf("\r\n\r\n");
	if (end === -1) return undefined;
	const lines = bytes.toString("latin1", 0, end).split("\r\n");
	const status = /^HTTP\/[\d.]+ (\d{3})/.exec(lines[0] ?? "")?.[1];
	if (status === undefined) return undefined;
	const headers = new Map(
		lines.slice(1).map((line): [string, string] => {
			const colon = line.indexOf(":");
			return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
		}),
	);
	const location = headers.get("location");
	return {
		status: Number(status),
		...typeOf(headers.get("content-type") ?? ""),
		...(location === undefined ? {} : { location }),
		body: () => decoded(bytes.subarray(end + 4), headers),
	};
}

/** Makes a response of a body without HTTP headers, with the type that its archive states. */
export function readResource(contentType: string, body: Buffer): HttpResponse {
	return { status: 200, ...typeOf(contentType), body: () => body };
}

function typeOf(contentType: string): Pick<HttpResponse, "type" | "charset"> {
	const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1];
	return {
		type: (contentType.split(";")[0] ?? "").trim().toLowerCase(),
		...(charset === undefined ? {} : { charset }),
	};
}

function decoded(body: Buffer, headers: ReadonlyMap<string, string>): Buffer {
	// Some crawlers keep these headers but store the body already decoded.
	const isChunked = /chunked/i.test(headers.get("transfer-encoding") ?? "");
	const whole = isChunked ? withoutChunks(body) : body;
	const encoding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
	const options = { maxOutputLength: maxResponseBytes };
	try {
		if (/gzip/.test(encoding) && isGzip(whole)) return gunzipSync(whole, options);
		if (encoding === "deflate")
			return isZlib(whole) ? inflateSync(whole, options) : inflateRawSync(whole, options);
		if (encoding === "br") return brotliDecompressSync(whole, options);
	} catch (error) {
		if (encoding !== "gzip" && looksLikeText(whole)) return whole;
		throw new SourceError(strings.badEncoding, { cause: error });
	}
	return whole;
}

function isZlib(bytes: Buffer): boolean {
	return ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
}

function looksLikeText(bytes: Buffer): boolean {
	return /^\s*</.test(bytes.toString("latin1", 0, 100));
}

function withoutChunks(body: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let at = 0; at < body.length; ) {
		const lineEnd = body.indexOf("\r\n", at);
		const size =
			lineEnd === -1 ? undefined : /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(body.toString("latin1", at, lineEnd));
		// There is no length where one must be: the body is already decoded.
		if (!size) return parts.length === 0 ? body : Buffer.concat(parts);
		const length = Number.parseInt(size[1] ?? "0", 16);
		if (length === 0) break;
		parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
		at = lineEnd + 2 + length + 2;
	}
	return Buffer.concat(parts);
}
