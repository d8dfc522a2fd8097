import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../../../test/support/zip-of.ts";
import { SourceError } from "../../source.ts";
import { type MediaLibrary, openMedia } from "./media-library.ts";

const files = {
	"uploads/2019/03/hop.jpg": "một",
	"uploads/2019/04/hop.jpg": "hai",
	"uploads/2019/04/Ảnh đẹp.png": "ba",
	"tep/van-ban.pdf": "bốn",
};

let directory = "";
const libraries = new Map<string, MediaLibrary>();
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "media-library-"));
	for (const [name, text] of Object.entries(files)) {
		await mkdir(join(directory, "media", name, ".."), { recursive: true });
		await writeFile(join(directory, "media", name), text);
	}
	await writeFile(join(directory, "bí mật.txt"), "bí mật");
	await symlink(join(directory, "bí mật.txt"), join(directory, "media/lien-ket.txt"));
	await writeFile(
		join(directory, "media.zip"),
		zipOf(Object.entries(files).map(([name, text]) => ({ name, text }))),
	);
	for (const name of ["media", "media.zip"]) libraries.set(name, await openMedia(join(directory, name)));
});
afterAll(async () => {
	for (const library of libraries.values()) library.close();
	await rm(directory, { recursive: true });
});

describe.each(["media", "media.zip"])("openMedia of %s", (name) => {
	const read = async (reference: string) => {
		const bytes = await libraries.get(name)?.find(reference)?.();
		return bytes && Buffer.from(bytes).toString();
	};

	test.each([
		{ reference: "https://cu.example/wp-content/uploads/2019/03/hop.jpg", text: "một" },
		{ reference: "../uploads/2019/04/hop.jpg?ver=2", text: "hai" },
		{ reference: "/uploads/2019/04/hop-1024x683.jpg", text: "hai" },
		{ reference: "/Uploads/2019/04/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.PNG", text: "ba" },
		{ reference: "\\tep\\van-ban.pdf", text: "bốn" },
		{ reference: "khac/van-ban.pdf", text: "bốn" },
		{ reference: "hop.jpg", text: undefined },
		{ reference: "https://cu.example/", text: undefined },
		{ reference: "../bí mật.txt", text: undefined },
		{ reference: "lien-ket.txt", text: undefined },
	])("finds $text for $reference", async ({ reference, text }) => {
		expect(await read(reference)).toBe(text);
	});
});

test("reports a missing folder", async () => {
	await expect(openMedia(join(directory, "vắng"))).rejects.toThrow(SourceError);
	await expect(openMedia(join(directory, "vắng"))).rejects.toThrow("--media");
});
