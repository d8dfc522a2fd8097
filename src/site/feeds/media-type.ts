import type { UrlPath } from "../../model/ids.ts";

const mediaTypes: Readonly<Record<string, string>> = {
	avif: "image/avif",
	gif: "image/gif",
	jpeg: "image/jpeg",
	jpg: "image/jpeg",
	png: "image/png",
	svg: "image/svg+xml",
	webp: "image/webp",
};

/** The media type of a picture by its address; undefined for formats that the site does not make. */
export function mediaTypeOf(address: UrlPath): string | undefined {
	return mediaTypes[address.slice(address.lastIndexOf(".") + 1).toLowerCase()];
}
