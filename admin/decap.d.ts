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
