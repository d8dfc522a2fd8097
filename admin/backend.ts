import { ProxyBackend } from "decap-cms-backend-proxy";
import { useEffect } from "react";
import { newArticleFolder } from "../src/cms/index.ts";

/**
 * Decap's proxy backend for the machine that the editor sits at: nobody has to log in, and the paths of a new article's
 * pictures are put right when it is saved, as only then is its folder known.
 */
export class PortalBackend extends ProxyBackend {
	override authComponent() {
		return LogInAtOnce;
	}

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

function LogInAtOnce({ onLogin }: { onLogin: (credentials: object) => void }) {
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has been shown
	useEffect(() => onLogin({}), []);
	return null;
}
