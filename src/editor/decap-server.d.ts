/** The part of decap-server and of the Express it is built on that is used here; neither ships types. */

declare module "decap-server/dist/middlewares.js" {
	import type { Express } from "express";

	type Register = (app: Express, options: { logLevel?: string }) => Promise<void>;

	const decapServer: { readonly registerLocalGit: Register; readonly registerLocalFs: Register };
	export default decapServer;
}

declare module "express" {
	import type { IncomingMessage, ServerResponse } from "node:http";

	type Request = IncomingMessage & { body?: unknown };
	type Response = ServerResponse & { status(code: number): { json(body: unknown): void } };
	type Handler = (request: Request, response: Response, next: () => void) => unknown;

	interface Express {
		(request: IncomingMessage, response: ServerResponse, next: () => void): void;
		use(handler: Handler): void;
		disable(setting: string): void;
	}

	function express(): Express;
	namespace express {
		export type { Express };

		export function json(options: { limit: string }): Handler;
	}
	export default express;
	export type { Express };
}
