import { apiPath, type DeskEvent } from "../../src/desk/messages.ts";

type Kind = DeskEvent["kind"];

/** A browser has few connections to one host, and each tab keeps this one open: there is one for the whole page. */
let source: EventSource | undefined;

/** Listens to events of the desk. @returns a function that stops it */
export function listenToDesk<Name extends Kind>(
	kind: Name,
	listener: (event: Extract<DeskEvent, { readonly kind: Name }>) => void,
): () => void {
	source ??= new EventSource(`${apiPath}/events`);
	const heard = (message: MessageEvent<string>) => listener(JSON.parse(message.data));
	source.addEventListener(kind, heard);
	return () => source?.removeEventListener(kind, heard);
}
