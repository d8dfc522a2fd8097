import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { DeskEvent } from "../messages.ts";
import type { Desk, DeskEnv } from "./context.ts";

/** Milliseconds between two keep-alive messages, so that proxies keep the connection. */
const heartbeat = 25_000;

/** Server-sent events for all signed-in people. */
export function addEventRoute(api: Hono<DeskEnv>, { events }: Desk): void {
	api.get("/events", (context) =>
		streamSSE(context, async (stream) => {
			const waiting: DeskEvent[] = [];
			let wake: (() => void) | undefined;
			const stop = events.listen((event) => {
				waiting.push(event);
				wake?.();
			});
			stream.onAbort(() => {
				stop();
				wake?.();
			});
			await stream.write(": ready\n\n");
			while (!stream.aborted) {
				const event = waiting.shift();
				if (event) {
					await stream.writeSSE({ event: event.kind, data: JSON.stringify(event) });
					continue;
				}
				const isAwake = await new Promise<boolean>((resolve) => {
					const timer = setTimeout(() => resolve(false), heartbeat);
					wake = () => {
						clearTimeout(timer);
						resolve(true);
					};
				});
				wake = undefined;
				if (!isAwake && !stream.aborted) await stream.write(": \n\n");
			}
			stop();
		}),
	);
}
