/** Counts readers and returns the numbers. */
import type { Hono } from "hono";
import { articleAt } from "../../model/addresses.ts";
import {
	lostSearchAddress,
	monthNumbersAddress,
	mostReadAddress,
	visitAddress,
	visitNumbersAddress,
	voiceAddress,
} from "../../model/voice-addresses.ts";
import { likesOfMonth } from "../comments/comments.ts";
import { strings } from "../strings.ts";
import { addLostSearch } from "../views/lost-searches.ts";
import { mostReadLists } from "../views/most-read-lists.ts";
import { viewsOfMonth, visitNumbers } from "../views/read-numbers.ts";
import { isRobot } from "../views/robots.ts";
import { recentVisits } from "./recent-visits.ts";
import { Refusal } from "./refusal.ts";
import { remembered } from "./remembered.ts";
import { boundedText, demandOwnOrigin, isPrefetch } from "./request.ts";
import type { VoiceOptions } from "./voice-options.ts";

/** Bytes of a beacon: an address and a host. */
const longestVisit = 1_000;
/** Seconds for which browsers and caches may keep numbers. */
const maxAge = 60;
/** How long the server caches numbers, in milliseconds: however many readers ask, the database gets few queries. */
const memory = { month: 1_000, visits: 2_000, mostRead: 30_000 };
const monthParameter = ":file{\\d{4}-(?:0[1-9]|1[0-2])\\.json}";

/** Below the voice's address. */
function path(address: string): string {
	return address.slice(voiceAddress.length - 1);
}

export function addNumberRoutes(
	routes: Hono,
	options: Pick<VoiceOptions, "db" | "counter" | "articles" | "origins" | "addressOf" | "clock">,
): void {
	const { db, counter, articles, addressOf, clock } = options;
	const recent = recentVisits(clock);

	routes.post(path(visitAddress), async (context) => {
		await demandOwnOrigin(context, options);
		const [address = "", host = ""] = (await boundedText(context, longestVisit)).split("\n");
		if (!/^\/[\x21-\x7e]*$/.test(address)) throw new Refusal(400, strings.unreadable);
		const agent = context.req.header("user-agent") ?? "";
		if (isRobot(agent) || isPrefetch(context)) return context.body(null, 204);
		const reader = { address: addressOf(context), agent };
		if (!recent.take(reader.address)) throw new Refusal(429, strings.tooMany);
		const id = articleAt(address);
		if (id !== undefined && !(await articles.find(id))) throw new Refusal(404, strings.noArticle);
		const referrer = /^[a-z0-9.-]{3,100}$/.test(host) ? host : undefined;
		await counter.count({ reader, article: id ?? "", referrer });
		return context.body(null, 204);
	});

	routes.post(path(lostSearchAddress), async (context) => {
		await demandOwnOrigin(context, options);
		const words = await boundedText(context, longestVisit);
		if (isRobot(context.req.header("user-agent") ?? "")) return context.body(null, 204);
		if (!recent.take(addressOf(context))) throw new Refusal(429, strings.tooMany);
		await addLostSearch(db, clock, words);
		return context.body(null, 204);
	});

	function numbers<Answer>(read: (key: string) => Promise<Answer>, milliseconds: number) {
		const settled = async (key: string) => {
			await counter.settle();
			return await read(key);
		};
		return remembered(settled, milliseconds, clock);
	}

	const months = numbers(
		async (month) => ({ views: await viewsOfMonth(db, month), likes: await likesOfMonth(db, month) }),
		memory.month,
	);
	const total = numbers(() => visitNumbers(db, clock), memory.visits);
	const most = numbers(() => mostReadLists(db, articles, clock()), memory.mostRead);
	const headers = { "Cache-Control": `public, max-age=${maxAge}` };

	const monthFile = path(monthNumbersAddress("2026-11")).replace("2026-11.json", monthParameter);
	routes.get(monthFile, async (context) => {
		const month = (context.req.param("file") ?? "").slice(0, "yyyy-mm".length);
		return context.json(await months.get(month), 200, headers);
	});
	routes.get(path(visitNumbersAddress), async (context) => context.json(await total.get(""), 200, headers));
	routes.get(path(mostReadAddress), async (context) => context.json(await most.get(""), 200, headers));
}
