/** Reads counts from Umami: https://umami.is/docs/api/website-stats */
import { z } from "zod";
import { askJson } from "./ask-json.ts";
import { add, type CountingService, type CountingServiceOptions, spanOf } from "./counting-service.ts";

const metricsSchema = z.array(z.object({ x: z.string().nullable(), y: z.coerce.number().int().min(0) }));
const loginSchema = z.object({ token: z.string().min(1) });

/** Lines of one answer. */
const mostLines = 500;

export function umami({ counter, key, pause }: CountingServiceOptions): CountingService {
	const api = key.api ?? `${counter.address}/api`;
	let headers: Promise<Readonly<Record<string, string>>> | undefined;

	async function signIn(): Promise<Readonly<Record<string, string>>> {
		if (key.token !== undefined)
			return { Authorization: `Bearer ${key.token}`, "x-umami-api-key": key.token };
		const body = { username: key.user ?? "", password: key.password ?? "" };
		const { token } = await askJson({ url: `${api}/auth/login`, schema: loginSchema, body, pause });
		return { Authorization: `Bearer ${token}` };
	}

	/** @param type what is counted: `path`, `referrer` */
	async function metrics(type: string, day: string): Promise<ReadonlyMap<string, number>> {
		headers ??= signIn();
		const { from, to } = spanOf(day);
		const counts = new Map<string, number>();
		for (let offset = 0; ; offset += mostLines) {
			const query = { type, startAt: from, endAt: to - 1, limit: mostLines, offset };
			const lines = await askJson({
				url: `${api}/websites/${counter.website}/metrics?${new URLSearchParams(
					Object.entries(query).map(([name, value]) => [name, String(value)]),
				)}`,
				schema: metricsSchema,
				headers: await headers,
				pause,
			});
			for (const { x, y } of lines) add(counts, x ?? "", y);
			if (lines.length < mostLines) return counts;
		}
	}

	return {
		read: async (day) => ({
			pages: await metrics("path", day),
			referrers: await metrics("referrer", day),
		}),
	};
}
