/** Decodes one HEIC picture in a separate process: it takes much memory, and its decoder may crash on hostile bytes. */
import decode from "heic-decode";
import type { HeicReply, HeicRequest } from "./decode-heic.ts";

process.once("message", async ({ source, largest }: HeicRequest) => {
	process.send?.(await answer(source, largest), () => process.exit());
});
process.on("disconnect", () => process.exit());

async function answer(source: Uint8Array, largest: number): Promise<HeicReply> {
	try {
		const pictures = await decode.all({ buffer: source });
		const [first] = pictures;
		if (!first) return { failure: "no picture" };
		if (first.width * first.height > largest) return { tooLarge: [first.width, first.height] };
		const { width, height, data } = await first.decode();
		return { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
	} catch (error) {
		return { failure: String(error) };
	}
}
