/** Reads counts from GoatCounter: https://www.goatcounter.com/help/api */
import { z } from "zod";
import { strings } from "../strings.ts";
import { askJson } from "./ask-json.ts";
import {
	add,
	type CountingService,
	CountingServiceError,
	type CountingServiceOptions,
	type Span,
	spanOf,
} from "./counting-service.ts";

const count = z.int().min(0);
const hitsSchema = z.object({
	hits: z
		.array(z.object({ path_id: z.int(), path: z.string(), count, event: z.boolean().default(false) }))
		.nullable(),
	more: z.boolean().default(false),
});
const referrersSchema = z.object({ stats: z.array(z.object({ name: z.string(), count })).nullable() });

const hour = 60 * 60 * 1000;
/** Pages of one answer; GoatCounter gives no more. */
const mostPages = 100;
/** Those that we have are named in the next question, whose address may not become too long. */
const mostNamed = 1_000;
/** GoatCounter takes four questions a second. */
const betweenQuestions = 260;

export function goatcounter({ counter, key, pause }: CountingServiceOptions): CountingService {
	const api = key.api ?? `${counter.address}/api/v0`;
	const headers = { Authorization: `Bearer ${key.token ?? ""}` };

	async function ask<Schema extends z.ZodType>(path: string, schema: Schema, query: Record<string, string>) {
		await pause(betweenQuestions);
		return await askJson({ url: `${api}${path}?${new URLSearchParams(query)}`, schema, headers, pause });
	}

	/** Counts of hours add up, so a span with more pages than can be asked for is read in two halves. */
	async function addPages(span: Span, pages: Map<string, number>): Promise<void> {
		const found = new Map<number, readonly [path: string, count: number]>();
		for (;;) {
			const { hits, more } = await ask("/stats/hits", hitsSchema, {
				...times(span),
				limit: String(mostPages),
				...(found.size > 0 && { exclude_paths: [...found.keys()].join(",") }),
			});
			const before = found.size;
			for (const { path_id, path, count, event } of hits ?? []) found.set(path_id, [path, event ? 0 : count]);
			if (!more || found.size === before) break;
			if (found.size < mostNamed) continue;
			const middle = span.from + Math.floor((span.to - span.from) / 2 / hour) * hour;
			if (middle === span.from) throw new CountingServiceError(strings.counterHasTooMuch(api));
			await addPages({ from: span.from, to: middle }, pages);
			await addPages({ from: middle, to: span.to }, pages);
			return;
		}
		for (const [path, count] of found.values()) add(pages, path, count);
	}

	return {
		async read(day) {
			const span = spanOf(day);
			const pages = new Map<string, number>();
			await addPages(span, pages);
			const { stats } = await ask("/stats/toprefs", referrersSchema, {
				...times(span),
				limit: String(mostPages),
			});
			const referrers = new Map<string, number>();
			for (const { name, count } of stats ?? []) add(referrers, name, count);
			return { pages, referrers };
		},
	};
}

/** Both moments are included, and are those of full hours. */
function times({ from, to }: Span) {
	const moment = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
	return { start: moment(from), end: moment(to - 1_000) };
}
