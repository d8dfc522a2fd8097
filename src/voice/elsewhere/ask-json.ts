import type { z } from "zod";
import { strings } from "../strings.ts";
import { CountingServiceError } from "./counting-service.ts";

export interface Question<Schema extends z.ZodType> {
	readonly url: string;
	readonly schema: Schema;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON by POST. */
	readonly body?: object;
	/** Waits so many milliseconds. */
	readonly pause: (milliseconds: number) => Promise<void>;
}

/** How long an answer may take, and how long to wait where a program says that we ask too often, in milliseconds. */
const patience = 20_000;
const longestWait = 10_000;
const mostAttempts = 5;
/** Bytes. The longest answer that the programs give has some hundred kilobytes. */
const longestAnswer = 20_000_000;

/** @throws CountingServiceError with the address and what is wrong */
export async function askJson<Schema extends z.ZodType>(
	question: Question<Schema>,
): Promise<z.output<Schema>> {
	const { url, schema } = question;
	const where = url.split("?", 1)[0] ?? url;
	const answer = await askPatiently(question, where);
	if (answer.status === 401 || answer.status === 403)
		throw new CountingServiceError(strings.counterRejectsKey(where));
	if (!answer.ok) throw new CountingServiceError(strings.counterRefuses(where, answer.status));
	const read = schema.safeParse(await jsonOf(answer));
	if (!read.success) throw new CountingServiceError(strings.counterAnswersOtherwise(where));
	return read.data;
}

async function askPatiently(
	{ url, headers, body, pause }: Question<z.ZodType>,
	where: string,
): Promise<Response> {
	for (let attempt = 1; ; attempt++) {
		const answer = await fetch(url, {
			headers: { Accept: "application/json", "Content-Type": "application/json", ...headers },
			signal: AbortSignal.timeout(patience),
			...(body && { method: "POST", body: JSON.stringify(body) }),
		}).catch((error: unknown) => {
			throw new CountingServiceError(strings.counterUnreachable(where, String(error)));
		});
		if (answer.status !== 429 || attempt === mostAttempts) return answer;
		await answer.body?.cancel();
		const seconds = Number(answer.headers.get("retry-after") ?? answer.headers.get("x-rate-limit-reset"));
		await pause(seconds > 0 ? Math.min(seconds * 1000, longestWait) : 1_000);
	}
}

/** Undefined for what is no JSON, or too long. */
async function jsonOf(answer: Response): Promise<unknown> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of answer.body ?? []) {
			size += part.length;
			if (size > longestAnswer) return undefined;
			parts.push(part);
		}
		return JSON.parse(Buffer.concat(parts).toString());
	} catch {
		return undefined;
	}
}
