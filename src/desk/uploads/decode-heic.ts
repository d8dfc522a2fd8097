/** Decodes HEIC, the format of Apple's phones, with libheif: sharp's libvips reads only AV1 pictures. */
import { once } from "node:events";
import { forkEntry } from "../../program/running-program.ts";

export interface HeicRequest {
	readonly source: Uint8Array;
	/** Pictures with more pixels are not decoded. */
	readonly largest: number;
}

export type HeicReply =
	| { readonly width: number; readonly height: number; readonly data: Buffer }
	| { readonly tooLarge: readonly [number, number] }
	| { readonly failure: string };

/** Milliseconds after which a decoder is killed. */
const patience = 30_000;

/** @throws if it cannot be decoded */
export async function decodeHeic(
	source: Buffer,
	largest: number,
): Promise<Exclude<HeicReply, { readonly failure: string }>> {
	const child = forkEntry("heic-process", [], {
		serialization: "advanced",
		stdio: ["ignore", "ignore", "ignore", "ipc"],
	});
	try {
		child.send({ source, largest } satisfies HeicRequest);
		const stop = AbortSignal.timeout(patience);
		const ended = once(child, "exit", { signal: stop }).then((): HeicReply => ({ failure: "ended" }));
		const replied = once(child, "message", { signal: stop }).then(([reply]) => reply as HeicReply);
		const reply = await Promise.race([replied, ended]);
		if ("failure" in reply) throw new Error(reply.failure);
		return reply;
	} finally {
		child.kill("SIGKILL");
	}
}
