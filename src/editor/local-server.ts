import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isIP } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import decapServer from "decap-server/dist/middlewares.js";
import express from "express";

/** Answers a request or hands it on. */
export type EditorHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface EditorHandlerOptions {
	/** The folder that is read and written. Where it lies in a Git work tree, each save is a commit of that folder. */
	readonly contentDirectory: string;
}

export interface EditorServerOptions extends EditorHandlerOptions {
	/** 0 takes any that is free. */
	readonly port: number;
	/** Origins of pages, beside the server's own, that may speak to it: `http://localhost:8080`. */
	readonly allowedOrigins: readonly string[];
}

export interface EditorServer {
	/** What the editor's configuration names as `proxy_url`. */
	readonly url: string;
	close(): Promise<void>;
}

/** Where the handler listens, below the site's own address. */
const editorPath = "/admin/api/v1";

/** Parameters of a request that name a file or folder. */
const pathParameters = new Set(["path", "newPath", "paths", "file", "folder", "mediaFolder"]);

const runFile = promisify(execFile);

/**
 * Stock decap-server's way of reading and writing a folder, as a handler for a server of ours. It adds what the stock
 * one leaves open: only this machine is answered, under its own names (a page elsewhere cannot reach it through a
 * name that resolves to this machine), only pages of the same origin are, hidden files stay out of reach, and the
 * branch is always the one that is checked out.
 */
export async function createEditorHandler({
	contentDirectory,
}: EditorHandlerOptions): Promise<EditorHandler> {
	return await createHandler(contentDirectory, []);
}

/** Serves a content folder to the editor on 127.0.0.1. */
export async function startEditorServer({
	port,
	contentDirectory,
	allowedOrigins,
}: EditorServerOptions): Promise<EditorServer> {
	const handler = await createHandler(contentDirectory, allowedOrigins);
	const server = createServer((request, response) => {
		handler(request, response, () => response.writeHead(404).end());
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}${editorPath}`,
		close: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			}),
	};
}

async function createHandler(
	contentDirectory: string,
	allowedOrigins: readonly string[],
): Promise<EditorHandler> {
	const directory = await realpath(contentDirectory);
	const usesGit = (await currentBranch(directory)) !== undefined;
	const app = express();
	app.disable("x-powered-by");
	app.use((request, response, next) => {
		if (isAllowed(request, allowedOrigins)) next();
		else response.status(403).json({ error: "Only this machine's own pages may use the editor's server." });
	});
	app.use(express.json({ limit: "50mb" }));
	app.use(async (request, response, next) => {
		const body = request.body as { branch?: unknown; params?: Record<string, unknown> } | undefined;
		if (!body?.params) return next();
		if (namesHiddenFile(body.params)) {
			response.status(422).json({ error: "Hidden files are out of the editor's reach." });
			return;
		}
		body.branch = body.params.branch = usesGit ? await currentBranch(directory) : "main";
		next();
	});
	await registerProxy(app, directory, usesGit);
	return (request, response, next) => {
		if (request.url?.split("?")[0] !== editorPath) return next();
		request.url = "/api/v1";
		app(request, response, next);
	};
}

/** The stock server reads its folder and, through Git, the committer from the environment. */
async function registerProxy(app: express.Express, directory: string, usesGit: boolean): Promise<void> {
	process.env.GIT_REPO_DIRECTORY = directory;
	if (!usesGit) return await decapServer.registerLocalFs(app, { logLevel: "error" });
	for (const [key, value] of [
		["name", "Biên tập viên"],
		["email", "bien-tap@localhost"],
	] as const) {
		if (await git(directory, "config", `user.${key}`)) continue;
		for (const role of ["AUTHOR", "COMMITTER"]) process.env[`GIT_${role}_${key.toUpperCase()}`] ??= value;
	}
	await decapServer.registerLocalGit(app, { logLevel: "error" });
}

function isAllowed(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
	const { host, origin } = request.headers;
	const remote = request.socket.remoteAddress ?? "";
	if (!isLoopback(remote) || !host || !isLoopback(hostnameOf(`http://${host}`))) return false;
	return origin === undefined || allowedOrigins.includes(origin) || origin === `http://${host}`;
}

function hostnameOf(address: string): string {
	try {
		return new URL(address).hostname.replace(/^\[|\]$/g, "");
	} catch {
		return "";
	}
}

function isLoopback(name: string): boolean {
	if (name === "localhost") return true;
	const address = name.replace(/^::ffff:/, "");
	return isIP(address) === 4 ? address.startsWith("127.") : address === "::1";
}

function namesHiddenFile(value: unknown, isPath = false): boolean {
	if (typeof value === "string") return isPath && /(?:^|[\\/])\./.test(value);
	if (Array.isArray(value)) return value.some((item) => namesHiddenFile(item, isPath));
	if (typeof value !== "object" || value === null) return false;
	return Object.entries(value).some(([key, inner]) => namesHiddenFile(inner, pathParameters.has(key)));
}

/** Undefined outside a work tree, before the first commit, and with no branch checked out. */
async function currentBranch(directory: string): Promise<string | undefined> {
	if (!(await git(directory, "rev-parse", "--verify", "HEAD"))) return undefined;
	return await git(directory, "symbolic-ref", "--short", "HEAD");
}

/** What Git prints, without the line's end; undefined where it prints nothing or fails. */
async function git(directory: string, ...args: string[]): Promise<string | undefined> {
	try {
		const { stdout } = await runFile("git", args, { cwd: path.resolve(directory) });
		return stdout.trim() || undefined;
	} catch {
		return undefined;
	}
}
