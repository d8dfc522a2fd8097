/** The parts of Decap CMS that ship without types, as far as they are used here. */

declare module "decap-cms-backend-proxy" {
	interface DataFile {
		readonly path: string;
		readonly slug: string;
		readonly raw: string;
		readonly newPath?: string;
	}

	interface MediaFile {
		readonly name: string;
		readonly file: File;
		readonly url: string;
		readonly displayURL: string;
	}

	interface Entry {
		readonly dataFiles: readonly DataFile[];
		readonly assets: readonly unknown[];
	}

	export class ProxyBackend {
		authComponent(): import("react").ComponentType<{ onLogin: (credentials: object) => void }>;
		getMedia(folder?: string): Promise<MediaFile[]>;
		getMediaFile(path: string): Promise<MediaFile>;
		persistEntry(entry: Entry, options: object): Promise<unknown>;
	}
}

declare module "*.css";
