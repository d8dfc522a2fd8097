import path from "node:path";
import { asUrlPath, type UrlPath } from "../model/ids.ts";
import { slugify } from "../text/index.ts";

/**
 * Where a prepared file is published. The digest is in the name, so that the content of an address never changes:
 * `articles/2026/11/22-hoi-nghi/Ảnh 1.JPG` becomes `/anh/2026/11/22-hoi-nghi/anh-1.0a1b2c3d-800.webp`.
 *
 * @param suffix what follows the digest: `-800.webp`, `.svg`
 */
export function pictureAddress(source: string, digest: string, suffix: string): UrlPath {
	const folders = path.posix
		.dirname(source)
		.split("/")
		.slice(source.startsWith("articles/") ? 1 : 0)
		.map((folder) => slugify(folder))
		.filter((folder) => folder !== "");
	const name = slugify(path.posix.basename(source, path.posix.extname(source))) || "anh";
	return asUrlPath(["/anh", ...folders, `${name}.${digest.slice(0, 8)}${suffix}`].join("/"));
}
