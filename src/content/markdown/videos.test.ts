import { describe, expect, test } from "vitest";
import { firstVideo } from "./videos.ts";

const address = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";

describe("firstVideo", () => {
	test.each([
		["an address alone", `Chữ.\n\n${address}\n\nChữ.`, {}],
		["a link with its length", `[Phóng sự (4:35)](${address})`, { seconds: 275 }],
		["a length beside the link's title", `[Phóng sự](${address} "Dài 1:02:30")`, { seconds: 3750 }],
		["the first of two", `[Một (1:00)](${address})\n\n[Hai (2:00)](${address})`, { seconds: 60 }],
		["a link amid text", `Xem [phim (4:35)](${address}) tối nay.`, undefined],
		["a link in code", `\`\`\`\n${address}\n\`\`\``, undefined],
		["another host", "[Phim (4:35)](https://video.example.vn/xem?v=aqz-KE-bpKQ)", undefined],
		["no link", "Chữ youtube.", undefined],
	])("of a body with %s", (_, body, expected) => {
		expect(firstVideo(body)).toEqual(expected);
	});
});
