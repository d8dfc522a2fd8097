import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { articleAddress } from "../../src/model/addresses.ts";
import type { Progress } from "../../src/model/progress.ts";
import { CommandError } from "../command.ts";
import { freePort } from "../free-port.ts";
import { type ArchiveChanges, type ArchiveOptions, changingArchive } from "./archive.ts";
import { medianOf } from "./statistics.ts";
import { strings } from "./strings.ts";

/** Seconds from the end of an article's writing to the moment when its page is served with the new title. */
export interface PreviewResult {
	readonly times: readonly number[];
	readonly median: number;
}

export interface PreviewMeasureOptions {
	readonly contentDirectory: string;
	readonly archive: ArchiveOptions;
	readonly workDirectory: string;
	readonly progress: Progress;
}

const edits = 5;
/** Milliseconds between two looks at a page. */
const pollInterval = 10;
/** Seconds until the first build and an edit must be served, the first edit is tried again, and the end is forced. */
const patience = { start: 1200, edit: 120, firstEdit: 10, end: 5 };

/** Starts `npm start` on the archive and edits titles in it. */
export async function measurePreview(options: PreviewMeasureOptions): Promise<PreviewResult> {
	const { contentDirectory, archive, workDirectory, progress } = options;
	await rm(workDirectory, { recursive: true, force: true });
	await mkdir(workDirectory, { recursive: true });
	const port = await freePort();
	progress.start(strings.startingPreview, edits);
	const server = spawn(
		process.execPath,
		[
			...["scripts/tintinh.js", "start", "--content", contentDirectory],
			...[
				"--output",
				resolve(workDirectory, "site"),
				"--cache",
				resolve(workDirectory, "cache"),
				"--no-search",
			],
		],
		{ env: { ...process.env, PORT: String(port) }, stdio: ["ignore", "ignore", "inherit"], detached: true },
	);
	try {
		return await changingArchive(contentDirectory, archive, async (changes) => {
			try {
				return await timeEdits(changes, `http://127.0.0.1:${port}`, server, progress);
			} finally {
				// Before the archive is put back, which would be built as well.
				await end(server);
			}
		});
	} finally {
		progress.done();
	}
}

/** Asks a server to end, and makes it and what it started end where it does not. */
async function end(server: ChildProcess): Promise<void> {
	if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
	const group = -server.pid;
	const timer = setTimeout(() => process.kill(group, "SIGKILL"), patience.end * 1000);
	server.kill();
	await once(server, "exit");
	clearTimeout(timer);
}

/** An edited article's own heading; its neighbours' pages name the new title too, and HTML may escape the rest of it. */
const editedHeading = new RegExp(`<h1[^>]*>${strings.editedTitle("")}`);

async function timeEdits(
	changes: ArchiveChanges,
	site: string,
	server: ChildProcess,
	progress: Progress,
): Promise<PreviewResult> {
	if (!(await isServed(`${site}/`, /./, server, patience.start)))
		throw new CommandError(strings.previewSilent);
	await waitForWatching(changes, site, server);
	const times: number[] = [];
	for (let edit = 0; edit < edits; edit++) {
		const { id } = await changes.edit();
		const written = performance.now();
		const shown = await isServed(`${site}${articleAddress(id)}`, editedHeading, server, patience.edit);
		if (!shown) throw new CommandError(strings.previewSilent);
		times.push((performance.now() - written) / 1000);
		progress.advance();
	}
	return { times, median: medianOf(times, (time) => time) };
}

/** The server answers before it has looked through a large folder: edits articles until it sees one. */
async function waitForWatching(changes: ArchiveChanges, site: string, server: ChildProcess): Promise<void> {
	const until = performance.now() + patience.edit * 1000;
	while (performance.now() < until) {
		const { id } = await changes.edit();
		if (await isServed(`${site}${articleAddress(id)}`, editedHeading, server, patience.firstEdit)) return;
	}
	throw new CommandError(strings.previewSilent);
}

/** Waits until a page contains a text; false after a time limit in seconds. */
async function isServed(
	address: string,
	wanted: RegExp,
	server: ChildProcess,
	seconds: number,
): Promise<boolean> {
	const until = performance.now() + seconds * 1000;
	while (performance.now() < until) {
		if (server.exitCode !== null) throw new CommandError(strings.previewEnded);
		const page = await readPage(address);
		if (page !== undefined && wanted.test(page)) return true;
		await new Promise((done) => setTimeout(done, pollInterval));
	}
	return false;
}

/** A page that can be had; on a connection of its own, as the server does not end while one is open. */
async function readPage(address: string): Promise<string | undefined> {
	try {
		const request = get(address, { agent: false });
		const [response] = (await once(request, "response")) as [IncomingMessage];
		const page = await text(response);
		return response.statusCode === 200 ? page : undefined;
	} catch {
		return undefined;
	}
}
