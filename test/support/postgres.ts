/** A PostgreSQL server for tests: Debian's programs with a temporary data folder. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../scripts/free-port.ts";
import { installDebianPackage } from "../../scripts/install-debian-package.ts";

export interface PostgresServer {
	/** Creates an empty database and returns its address. */
	newDatabase(): Promise<string>;
	/** Kills the server, as in a power failure. */
	kill(): Promise<void>;
	start(): Promise<void>;
	remove(): Promise<void>;
}

const debianFolder = "/usr/lib/postgresql";

function findPrograms(): string | undefined {
	const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
	const folders = versions.map((version) => join(debianFolder, version, "bin"));
	return folders.filter((folder) => existsSync(join(folder, "initdb"))).at(-1);
}

/**
 * Finds PostgreSQL's programs, and installs them if they are missing.
 * @throws with a remedy
 */
function needPrograms(): string {
	const found = findPrograms();
	if (found !== undefined) return found;
	console.log("Tests need PostgreSQL, which this machine does not have. Installing it.");
	installDebianPackage("postgresql");
	const installed = findPrograms();
	if (installed === undefined) throw new Error("Tests need PostgreSQL. Install it: apt install postgresql");
	return installed;
}

/** The user to run PostgreSQL as, which refuses to run as root. */
function owner(): { uid: number; gid: number } | object {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
	return { uid: id("-u"), gid: id("-g") };
}

export async function startPostgres(): Promise<PostgresServer> {
	const programs = needPrograms();
	const as = owner();
	const folder = mkdtempSync(join(tmpdir(), "tintinh-postgres-"));
	if ("uid" in as) chownSync(folder, as.uid, as.gid);
	chmodSync(folder, 0o700);
	const port = await freePort();
	const init = spawnSync(
		join(programs, "initdb"),
		["-D", folder, "-U", "tin", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"],
		{ ...as, encoding: "utf8", cwd: "/" },
	);
	if (init.status !== 0) throw new Error(init.stderr);
	const urlOf = (name: string) => `postgres://tin@127.0.0.1:${port}/${name}`;
	let server: ChildProcess | undefined;
	let count = 0;

	async function ask(sql: string): Promise<void> {
		const client = new pg.Client({ connectionString: urlOf("postgres") });
		await client.connect();
		await client.query(sql).finally(() => client.end());
	}

	async function start(): Promise<void> {
		server = spawn(
			join(programs, "postgres"),
			["-D", folder, "-p", String(port), "-k", folder, "-h", "127.0.0.1"],
			{ ...as, stdio: "ignore", cwd: "/" },
		);
		for (;;) {
			if (server.exitCode !== null) throw new Error("PostgreSQL ended at its start");
			const isThere = await ask("select 1").then(
				() => true,
				() => false,
			);
			if (isThere) return;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	async function end(signal: NodeJS.Signals): Promise<void> {
		const last = server;
		server = undefined;
		if (!last || last.exitCode !== null) return;
		const ended = once(last, "exit");
		last.kill(signal);
		await ended;
	}

	await start();
	return {
		start,
		kill: () => end("SIGQUIT"),
		async newDatabase() {
			const name = `voice_${++count}`;
			await ask(`create database ${name}`);
			return urlOf(name);
		},
		async remove() {
			await end("SIGQUIT");
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
