import { expect, test } from "vitest";
import { PictureWords } from "./picture-words.ts";

const paths = Array.from({ length: 5_000 }, (_, number) => `articles/2026/11/20-hoi-nghi-${number}/anh.jpg`);

test("other work goes on while the words of many paths are found, and a list that is known is not read again", async () => {
	const words = new PictureWords();
	let turns = 0;
	const count = () => {
		turns++;
		timer = setImmediate(count);
	};
	let timer = setImmediate(count);
	const found = await words.of(paths);
	clearImmediate(timer);
	expect(turns).toBeGreaterThan(4);
	expect(found.get(paths[7] ?? "")).toContain(" hoi nghi 7 anh ");
	expect(await words.of(paths)).toBe(found);
	const more = await words.of([...paths, "media/bia.png"]);
	expect([more.size, more.get("media/bia.png")]).toEqual([5_001, " media bia png "]);
});
