import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePicture, fileNameOf, foreseePicture } from "./encode-picture.ts";
import { inspectPicture } from "./inspect-picture.ts";

async function drawn(width: number, height: number, orientation: number): Promise<Buffer> {
	return sharp({ create: { width, height, channels: 3, background: "#a61b1b" } })
		.withMetadata({ orientation })
		.jpeg({ quality: 30 })
		.toBuffer();
}

test("predicts sizes and names of the files, whatever a photo's size and orientation", async () => {
	const side = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 400, max: 2400 }));
	await fc.assert(
		fc.asyncProperty(side, side, fc.integer({ min: 1, max: 8 }), async (width, height, orientation) => {
			const source = await drawn(width, height, orientation);
			const inspected = await inspectPicture(source, "anh.jpg");
			if ("message" in inspected) throw new Error(inspected.message);
			const made = await encodePicture(source, "anh.jpg");
			if ("message" in made) throw new Error(made.message);
			const named = (file: typeof made.original) => ({ name: fileNameOf(file), width: file.width });
			expect(foreseePicture(inspected)).toEqual({
				width: made.width,
				height: made.height,
				original: named(made.original),
				variants: made.variants.map(named),
			});
		}),
		{ numRuns: 12 },
	);
});

test("does not predict what depends on the pixels", async () => {
	const source = await sharp({ create: { width: 9, height: 9, channels: 4, background: "#a61b1b80" } })
		.png()
		.toBuffer();
	const inspected = await inspectPicture(source, "anh.png");
	if ("message" in inspected) throw new Error(inspected.message);
	expect(foreseePicture(inspected)).toBeUndefined();
});
