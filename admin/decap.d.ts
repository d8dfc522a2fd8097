/** The parts of Decap CMS that ship without types, as far as they are used here. */

declare module "decap-cms-lib-util" {
	interface CursorOptions {
		readonly actions: readonly string[];
		readonly meta: object;
		readonly data: object;
	}

	export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol;

	export interface Cursor {
		readonly data?: import("immutable").Map<string, unknown>;
	}

	export const Cursor: { create(options: CursorOptions): Cursor };

	export class EditorialWorkflowError extends Error {
		constructor(message: string, notUnderEditorialWorkflow: boolean);
	}
}

declare module "decap-cms-core/dist/esm/redux/index.js" {
	interface DecapState {
		readonly entryDraft: import("immutable").Map<string, unknown>;
	}

	export const store: {
		getState(): DecapState;
		dispatch(action: object): void;
		subscribe(callback: () => void): () => void;
	};
}

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
