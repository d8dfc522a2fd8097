/**
 * Draws the sample portal's pictures: every one is a scene, an hour of the day and a seed, listed in
 * `pictures/list.ts`. The same list gives the same pictures.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { runCommand } from "./command.ts";
import { createChance, height, width } from "./pictures/drawing.ts";
import { framed } from "./pictures/frame.ts";
import { pictures, portraits } from "./pictures/list.ts";
import { portrait, portraitSize } from "./pictures/portrait.ts";
import { scenes } from "./pictures/scenes.ts";
import { strings } from "./pictures/strings.ts";

await runCommand(
	{
		name: "draw-pictures",
		summary: strings.summary,
		options: { only: { kind: "text", summary: strings.only, value: strings.text } },
	},
	async ({ content, options }, reporter) => {
		const drawings = [
			...pictures.map(({ file, scene, seed, light, variant, frame }) => ({
				file,
				svg: sheet(
					width,
					height,
					framed(scenes[scene]({ chance: createChance(seed), light, variant }), frame),
				),
			})),
			...portraits.map((who) => ({ file: who.file, svg: sheet(portraitSize, portraitSize, portrait(who)) })),
		].filter(({ file }) => file.includes(options.only ?? ""));
		let bytes = 0;
		reporter.start(strings.drawing, drawings.length);
		for (const { file, svg } of drawings) {
			const target = join(content, file);
			const jpeg = await sharp(Buffer.from(svg))
				.jpeg({ quality: 67, mozjpeg: true, chromaSubsampling: "4:4:4" })
				.toBuffer();
			await mkdir(dirname(target), { recursive: true });
			await writeFile(target, jpeg);
			bytes += jpeg.length;
			reporter.advance();
		}
		reporter.summary(strings.drawn(drawings.length, bytes));
	},
);

function sheet(w: number, h: number, drawing: string): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${drawing}</svg>`;
}
