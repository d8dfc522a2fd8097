import { formatProblems } from "../../src/content/index.ts";
import type { BuildReply } from "../../src/desk/online/build-messages.ts";
import { strings } from "../../src/desk/online/strings.ts";

/** A line for the terminal about a build. @param content the folder as the user knows it */
export function told(reply: BuildReply, content: string): string {
	if (reply.kind === "problems") return formatProblems(reply.problems, content).trimEnd();
	if (reply.kind === "failed") return reply.text.trimEnd();
	const { added, changed, removed } = reply.report;
	const tell = reply.report.awaited ? strings.builtPages : strings.built;
	return tell(added.length + changed.length + removed.length, reply.milliseconds);
}
