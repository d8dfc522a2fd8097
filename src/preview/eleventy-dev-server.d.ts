/** The part of Eleventy's development server that the preview uses; version 2 ships no types. */
declare module "@11ty/eleventy-dev-server" {
	import type { IncomingMessage, Server, ServerResponse } from "node:http";

	export default class EleventyDevServer {
		static getServer(
			name: string,
			directory: string,
			options: {
				readonly domDiff?: boolean;
				readonly portReassignmentRetryCount?: number;
				readonly messageOnStart?: () => false;
				readonly middleware?: readonly ((
					request: IncomingMessage,
					response: ServerResponse,
					next: () => void,
				) => void)[];
			},
		): EleventyDevServer;
		readonly server: Server;
		ready(): Promise<void>;
		reload(event: { readonly files?: readonly string[]; readonly subtype?: "css" }): void;
		close(): Promise<void>;
	}
}
