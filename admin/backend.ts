import { ProxyBackend } from "decap-cms-backend-proxy";
import { useEffect } from "react";
import { newArticleFolder } from "../src/editor/forms/index.ts";

type MediaFile = Awaited<ReturnType<ProxyBackend["getMediaFile"]>>;

/**
 * Decap's proxy backend for the machine that the editor sits at: nobody has to log in, SVG pictures are drawn, and the
 * paths of a new article's pictures are put right when it is saved, as only then is its folder known.
 */
export class PortalBackend extends ProxyBackend {
	override authComponent() {
		return LogInAtOnce;
	}

	override async getMedia(folder?: string) {
		return (await super.getMedia(folder)).map(withType);
	}

	override async getMediaFile(path: string) {
		return withType(await super.getMediaFile(path));
	}

	override persistEntry(entry: Parameters<ProxyBackend["persistEntry"]>[0], options: object) {
		const dataFiles = entry.dataFiles.map((file) => ({
			...file,
			raw: file.raw.replaceAll(`${newArticleFolder}/`, `${articleFolder(file.path)}/`),
		}));
		return super.persistEntry({ ...entry, dataFiles }, options);
	}
}

/** Browsers tell most pictures by their bytes, but draw an SVG only where its type says so. */
function withType(media: MediaFile): MediaFile {
	if (!media.name.toLowerCase().endsWith(".svg")) return media;
	const file = new File([media.file], media.name, { type: "image/svg+xml" });
	URL.revokeObjectURL(media.url);
	const url = URL.createObjectURL(file);
	return { ...media, file, url, displayURL: url };
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
