import { ProxyBackend } from "decap-cms-backend-proxy";
import { newArticleFolder } from "../src/cms/index.ts";

/**
 * Decap's proxy backend, which also puts the paths of a new article's pictures right: the article's folder has the
 * name of its file, and that is known only now.
 */
export class PortalBackend extends ProxyBackend {
	override persistEntry(entry: Parameters<ProxyBackend["persistEntry"]>[0], options: object) {
		const dataFiles = entry.dataFiles.map((file) => ({
			...file,
			raw: file.raw.replaceAll(`${newArticleFolder}/`, `${articleFolder(file.path)}/`),
		}));
		return super.persistEntry({ ...entry, dataFiles }, options);
	}
}

/** `content/articles/2026/11/22-hoi-nghi.md` → `22-hoi-nghi` */
function articleFolder(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
