/**
 * Builds on request. It runs in a separate process, which stays alive while content changes and is replaced when code
 * changes.
 */
import { buildPortal } from "../../build/build.ts";
import type { BuildReply, BuildRequest } from "./build-messages.ts";

process.on("message", async (request: BuildRequest) => {
	process.send?.(await answer(request));
});
process.on("disconnect", () => process.exit());

async function answer(request: BuildRequest): Promise<BuildReply> {
	const began = performance.now();
	try {
		const { report, problems, warnings } = await buildPortal(request);
		if (!report) return { kind: "problems", problems, warnings };
		return { kind: "built", report, warnings, milliseconds: performance.now() - began };
	} catch (error) {
		return { kind: "failed", text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
