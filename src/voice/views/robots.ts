/** Programs that read pages: crawlers, monitors, previews, scripts. The list is `crawler-user-agents`. */
import { createRequire } from "node:module";

/** Node 20 warns when JSON is imported. */
const require = createRequire(import.meta.url);
const crawlers = require("crawler-user-agents") as readonly {
	readonly pattern: string;
}[];

/** Not in the list: command-line tools and headless browsers. */
const others = [
	"^$",
	"^Mozilla/5\\.0$",
	"HeadlessChrome",
	"^(?:PostmanRuntime|insomnia|k6|autocannon|okhttp)\\b",
];

const robot = new RegExp([...crawlers.map(({ pattern }) => pattern), ...others].join("|"), "i");

/** No real browser has a longer name. */
const longestAgent = 1_000;

/** Answers that are cached: readers have a few thousand different browsers, and searching the list is slow. */
const mostRemembered = 5_000;
const remembered = new Map<string, boolean>();

/** @param agent the header `User-Agent`; empty if there is none */
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
