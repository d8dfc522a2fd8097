/** The parts of Decap CMS that ship without types, as far as they are used here. */

declare module "decap-cms-lib-util" {
	export class EditorialWorkflowError extends Error {
		constructor(message: string, notUnderEditorialWorkflow: boolean);
	}
}

declare module "decap-cms-core/dist/esm/redux/index.js" {
	export interface DecapState {
		readonly entryDraft: import("immutable").Map<string, unknown>;
		readonly config: { readonly media_folder: string };
		/** Files that were looked up, by their paths. */
		readonly medias: Readonly<
			Record<string, { readonly asset?: object; readonly isLoading?: boolean; readonly error?: unknown }>
		>;
	}

	export interface DecapAction {
		readonly type: string;
		readonly payload?: {
			readonly collection?: string;
			readonly slug?: string;
			readonly values?: Readonly<Record<string, unknown>>;
		};
	}

	export type DecapReducer = (state: DecapState | undefined, action: DecapAction) => DecapState;

	export const store: {
		getState(): DecapState;
		dispatch(action: object): unknown;
		subscribe(callback: () => void): () => void;
		replaceReducer(reducer: DecapReducer): void;
	};
}

declare module "decap-cms-core/dist/esm/actions/media.js" {
	/** Looks a file up. */
	export function loadAsset(path: string): object;
}

declare module "decap-cms-core/dist/esm/reducers/combinedReducer.js" {
	import type { DecapReducer } from "decap-cms-core/dist/esm/redux/index.js";

	export default function createRootReducer(): DecapReducer;
}

declare module "decap-cms-core/dist/esm/routing/history.js" {
	export interface Place {
		readonly pathname: string;
	}

	export type Move = "POP" | "PUSH" | "REPLACE";

	/** Decap's hash history. */
	export const history: {
		readonly location: Place;
		/** @param question false keeps the place */
		block: (question: (place: Place, move: Move) => boolean) => () => void;
		listen(listener: (place: Place, move: Move) => void): () => void;
	};
}

declare module "decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js" {
	/** Draws a field's control. */
	export default class Widget {
		shouldComponentUpdate(next: Readonly<Record<string, unknown>>): boolean;
	}
}

declare module "*.css";

declare module "decap-cms-backend-github" {
	export const GitHubBackend: new (...args: readonly unknown[]) => unknown;
}

declare module "decap-cms-backend-gitlab" {
	export const GitLabBackend: new (...args: readonly unknown[]) => unknown;
}

declare module "decap-cms-backend-forgejo" {
	export const ForgejoBackend: new (...args: readonly unknown[]) => unknown;
}

declare module "decap-cms-backend-git-gateway" {
	export const GitGatewayBackend: new (...args: readonly unknown[]) => unknown;
}
