/** Reads the JSON of a request; size and depth are limited before it is parsed. */
import type { Context } from "hono";
import type { z } from "zod";
import { Refusal } from "./refuse.ts";
import { strings } from "./strings.ts";

/** Bytes of a JSON body: an article of a hundred pages has 0.5 MB. */
const jsonLimit = 4 * 1024 * 1024;

/** Nested arrays and objects. No request of ours needs more than four. */
const depthLimit = 16;

/**
 * The body, checked by a schema.
 *
 * @throws Refusal 400, 413 or 415
 */
export async function jsonBody<Schema extends z.ZodType>(
	context: Context,
	schema: Schema,
): Promise<z.output<Schema>> {
	const type = (context.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
	if (type !== "application/json") throw new Refusal(415, strings.notJson);
	const text = new TextDecoder().decode(await boundedBody(context, jsonLimit));
	if (depthOf(text) > depthLimit) throw new Refusal(400, strings.tooDeep);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Refusal(400, strings.badRequest);
	}
	const read = schema.safeParse(value);
	if (!read.success) throw new Refusal(400, strings.badRequest);
	return read.data;
}

/**
 * The bytes of a body. No more than `limit` are ever in memory.
 *
 * @throws Refusal 413
 */
export async function boundedBody(
	context: Context,
	limit: number,
	message: string = strings.tooLarge,
): Promise<Buffer> {
	if (Number(context.req.header("content-length") ?? 0) > limit) throw new Refusal(413, message);
	const parts: Uint8Array[] = [];
	let size = 0;
	const stream = context.req.raw.body;
	if (stream) {
		for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
			size += part.length;
			if (size > limit) throw new Refusal(413, message);
			parts.push(part);
		}
	}
	return Buffer.concat(parts);
}

/** The nesting depth of brackets outside strings, in linear time and without a stack. */
function depthOf(json: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let index = 0; index < json.length; index++) {
		const letter = json[index];
		if (inString) {
			if (letter === "\\") index++;
			else if (letter === '"') inString = false;
		} else if (letter === '"') inString = true;
		else if (letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
		else if (letter === "]" || letter === "}") depth--;
	}
	return deepest;
}
