import { expect, test } from "vitest";
import { createEvents } from "./events.ts";
import type { DeskEvent } from "./messages.ts";

function news(job: string, step: "building" | "online"): DeskEvent {
	return { kind: "online", job, step, entries: [], message: "" };
}

test("a new listener gets the latest news of each build of the last seconds, and of nothing else", () => {
	let now = 0;
	const events = createEvents(() => now);
	events.tell(news("one", "building"));
	events.tell(news("two", "building"));
	events.tell({ kind: "built" });
	now = 10_000;
	events.tell(news("one", "online"));
	const heard: DeskEvent[] = [];
	const stop = events.listen((event) => heard.push(event));
	expect(heard).toEqual([news("two", "building"), news("one", "online")]);
	stop();

	now = 16_000;
	const later: DeskEvent[] = [];
	events.listen((event) => later.push(event));
	expect(later).toEqual([news("one", "online")]);
	events.tell(news("three", "building"));
	expect(later.at(-1)).toEqual(news("three", "building"));
	expect(heard).toHaveLength(2);
});
