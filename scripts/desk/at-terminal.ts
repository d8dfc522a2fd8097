import type { DeskOptions } from "../../src/desk/desk.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { toVietnamMoment } from "../../src/text/index.ts";
import type { Reporter } from "../progress.ts";
import { told } from "./told.ts";

/** What every desk at a terminal has: this machine's clock and database, and messages as lines. */
export function atTerminal(
	content: string,
	reporter: Reporter,
): Pick<DeskOptions, "databaseUrl" | "now" | "clock" | "log" | "onBuild"> {
	return {
		databaseUrl: process.env.DATABASE_URL || undefined,
		now: () => asIsoDateTime(toVietnamMoment(Date.now())),
		clock: Date.now,
		log: (line) => reporter.line(line),
		onBuild: (reply) => reporter.line(told(reply, content)),
	};
}
