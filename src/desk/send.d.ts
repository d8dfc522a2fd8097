/** The part of `send` that is used here; it ships no types. */
declare module "send" {
	import type { EventEmitter } from "node:events";
	import type { IncomingMessage, ServerResponse } from "node:http";

	interface SendOptions {
		readonly root: string;
		readonly dotfiles: "allow" | "deny" | "ignore";
		readonly cacheControl: boolean;
		readonly index: false;
	}
	interface SendStream extends EventEmitter {
		pipe(response: ServerResponse): void;
	}
	export default function send(request: IncomingMessage, path: string, options: SendOptions): SendStream;
}
