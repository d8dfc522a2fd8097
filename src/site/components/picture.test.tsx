import { expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { Picture } from "./picture.tsx";

const picture = { src: asUrlPath("/anh/a.jpg"), width: 1200, height: 800, variants: [] };

test("a picture has its size and is loaded lazily", () => {
	const html = String(<Picture picture={picture} alt="Ruộng" sizes="100vw" />);
	expect(html).toContain('width="1200" height="800" loading="lazy"');
	expect(html).not.toContain("<picture>");
});

test("a page's first picture is not loaded lazily", () => {
	const html = String(<Picture picture={picture} alt="Ruộng" sizes="100vw" eager />);
	expect(html).not.toContain("lazy");
	expect(html).toContain('fetchpriority="high"');
});

test("a resized picture offers its widths", () => {
	const variants = [
		{ src: asUrlPath("/anh/a-480.webp"), width: 480 },
		{ src: asUrlPath("/anh/a-960.webp"), width: 960 },
	];
	const html = String(<Picture picture={{ ...picture, variants }} alt="Ruộng" sizes="50vw" />);
	expect(html).toContain('srcset="/anh/a-480.webp 480w, /anh/a-960.webp 960w" sizes="50vw"');
});

test("a decorative picture keeps its empty text alternative", () => {
	expect(String(<Picture picture={picture} alt="" sizes="100vw" />)).toContain('alt=""');
});
