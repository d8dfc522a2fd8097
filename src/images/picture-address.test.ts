import { expect, test } from "vitest";
import { pictureAddress } from "./picture-address.ts";

test.each([
	{
		source: "articles/2026/11/22-hoi-nghi/Ảnh 1.JPG",
		expected: "/anh/2026/11/22-hoi-nghi/anh-1.0a1b2c3d-800.webp",
	},
	{ source: "media/logo.svg", expected: "/anh/media/logo.0a1b2c3d-800.webp" },
	{ source: "media/…/___.png", expected: "/anh/media/anh.0a1b2c3d-800.webp" },
])("publishes $source at $expected", ({ source, expected }) => {
	expect(pictureAddress(source, "0a1b2c3d4e5f", "-800.webp")).toBe(expected);
});
