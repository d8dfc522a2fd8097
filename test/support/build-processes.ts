/** Processes that build for desks. A desk that ends leaves its own to the next: starting one takes longer than a build. */
import { EventEmitter } from "node:events";
import { type BuildProcess, startBuildProcess } from "../../src/desk/online/builder.ts";

type Started = ReturnType<typeof startBuildProcess>;

const idle: Started[] = [];

/** A process that builds for one desk, until that kills it. */
export function takeBuildProcess(): BuildProcess {
	const started = takeIdle() ?? startBuildProcess();
	const events = new EventEmitter();
	let isBuilding = false;
	const onMessage = (reply: unknown) => {
		isBuilding = false;
		events.emit("message", reply);
	};
	const onExit = (code: number | null) => events.emit("exit", code);
	started.on("message", onMessage).on("exit", onExit);
	return {
		send(request) {
			isBuilding = true;
			started.send(request);
		},
		on: (event: string, listener: (value: never) => void) => events.on(event, listener as () => void),
		kill() {
			started.off("message", onMessage).off("exit", onExit);
			if (isBuilding) started.kill();
			else idle.push(started);
		},
	};
}

function takeIdle(): Started | undefined {
	while (idle.length > 0) {
		const started = idle.pop();
		if (started?.connected) return started;
	}
	return undefined;
}
