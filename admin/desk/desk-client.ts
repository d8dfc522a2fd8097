import {
	apiPath,
	type Conflict,
	type ConflictAnswer,
	deskHeader,
	type ErrorAnswer,
	type ProblemsAnswer,
	type Session,
} from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { waitForConnection, waitForSignIn } from "./interruptions.ts";

/** The desk's server refused a request or failed. The message is in the editor's language. */
export class DeskError extends Error {
	// Decap shows the error as text, name first.
	override name = "";
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** Another person has saved the same field. */
export class ConflictError extends DeskError {
	readonly conflict: Conflict;

	constructor({ message, conflict }: ConflictAnswer) {
		super(409, message);
		this.conflict = conflict;
	}
}

export interface DeskRequest {
	readonly method?: "GET" | "POST" | "PUT" | "DELETE";
	/** Sent as JSON; a file is sent as it is. */
	readonly body?: unknown;
	/** Whether to wait when session or connection are lost. Background requests fail instead. @default true */
	readonly isPatient?: boolean;
}

/**
 * Sends a request to the desk's server. If the session has ended, the person may sign in again. If the connection is
 * lost, it is retried until it is back. In both cases the request then continues as if nothing had happened.
 *
 * @param path below the API: `/entries/articles`
 * @throws DeskError, ConflictError
 */
export async function askDesk<Answer>(path: string, request: DeskRequest = {}): Promise<Answer> {
	const { method = "GET", body, isPatient = true } = request;
	for (;;) {
		let response: Response;
		try {
			response = await send(path, method, body);
		} catch (error) {
			if (!isPatient) throw error;
			await waitForConnection(isReachable);
			continue;
		}
		if (isPatient && response.status === 401) {
			await waitForSignIn(isSignedIn);
			continue;
		}
		// The desk is restarting, or the server behind a proxy is down.
		if (isPatient && (response.status === 502 || response.status === 504)) {
			await waitForConnection(isReachable);
			continue;
		}
		if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
		throw await errorOf(response);
	}
}

function send(path: string, method: string, body: unknown): Promise<Response> {
	const isFile = body instanceof Blob;
	return fetch(`${apiPath}${path}`, {
		method,
		headers: {
			[deskHeader]: "1",
			...(body !== undefined && { "Content-Type": isFile ? "application/octet-stream" : "application/json" }),
		},
		...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
	});
}

async function errorOf(response: Response): Promise<DeskError> {
	const answer = (await response.json().catch(() => ({ message: strings.desk.unexpected }))) as
		| ErrorAnswer
		| ConflictAnswer
		| ProblemsAnswer;
	if ("conflict" in answer) return new ConflictError(answer);
	if (!("problems" in answer)) return new DeskError(response.status, answer.message);
	const problems = answer.problems.map(({ message, remedy }) => [message, remedy].filter(Boolean).join("; "));
	return new DeskError(response.status, problems.length > 0 ? problems.join(" ") : answer.message);
}

async function isReachable(): Promise<boolean> {
	const response = await send("/session", "GET", undefined).catch(() => undefined);
	return response !== undefined && response.status < 500;
}

async function isSignedIn(): Promise<boolean> {
	const response = await send("/session", "GET", undefined).catch(() => undefined);
	return response?.ok === true;
}

let known: Promise<Session | undefined> | undefined;

/** The signed-in person; undefined if there is none, or no desk. */
export function readSession(): Promise<Session | undefined> {
	known ??= send("/session", "GET", undefined).then(
		async (response) => (response.ok ? ((await response.json()) as Session) : undefined),
		() => undefined,
	);
	return known;
}

/** The address of an entry in the API. */
export function entryPath(collection: string, id: string): string {
	return `/entries/${collection}/${encodeURIComponent(id)}`;
}
