/** Programs that read pages: crawlers, monitors, previews, scripts. The list is `crawler-user-agents`. */
import { createRequire } from "node:module";

/** JSON, which Node 20 does not import without a warning. */
const require = createRequire(import.meta.url);
const crawlers = require("crawler-user-agents") as readonly {
	readonly pattern: string;
}[];

/** What the list leaves to others: bare tools and browsers without a window. */
const others = [
	"^$",
	"^Mozilla/5\\.0$",
	"HeadlessChrome",
	"^(?:PostmanRuntime|insomnia|k6|autocannon|okhttp)\\b",
];

const robot = new RegExp([...crawlers.map(({ pattern }) => pattern), ...others].join("|"), "i");

/** Longer names of browsers are nobody's. */
const longestAgent = 1_000;

/** Answers that are remembered: readers have a few thousand browsers, and the list takes a while to be gone through. */
const mostRemembered = 5_000;
const remembered = new Map<string, boolean>();

/** @param agent the header `User-Agent`; empty where there is none */
export function isRobot(agent: string): boolean {
	if (agent.length > longestAgent) return true;
	let answer = remembered.get(agent);
	if (answer === undefined) {
		answer = robot.test(agent);
		if (remembered.size >= mostRemembered) remembered.clear();
		remembered.set(agent, answer);
	}
	return answer;
}
