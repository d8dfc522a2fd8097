/** The voice server as Netlify runs it: one bundled file that answers a request, with a real PostgreSQL. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { parse } from "smol-toml";
import { expect, onTestFinished, test, vi } from "vitest";
import { serveSite } from "./support/serve-site.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { browserAgent, siteOrigin, writeVoiceSite } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

type Handler = (request: Request, context: { readonly ip: string }) => Promise<Response>;

/** The settings for functions in the commented lines of netlify.toml. */
function functionSettings() {
	const text = readFileSync("netlify.toml", "utf8");
	const [, lines = ""] = text.split("# [functions]\n");
	return parse(lines.replace(/^# /gm, "")) as unknown as {
		readonly directory: string;
		readonly external_node_modules: readonly string[];
	};
}

async function bundledHandler(siteUrl: string, databaseUrl: string): Promise<Handler> {
	const { directory, external_node_modules: external } = functionSettings();
	// Within node_modules, so that packages are found as in Netlify's bundle.
	const folder = mkdtempSync(resolve("node_modules/.voice-function-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const outfile = join(folder, "voice.mjs");
	await build({
		entryPoints: [join(directory, "voice.ts")],
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		external: [...external],
	});
	vi.stubEnv("URL", siteUrl);
	vi.stubEnv("DATABASE_URL", databaseUrl);
	onTestFinished(() => void vi.unstubAllEnvs());
	const module = (await import(pathToFileURL(outfile).href)) as {
		readonly default: Handler;
		readonly config: { readonly path: string };
	};
	expect(module.config.path).toBe("/tieng-noi/*");
	return module.default;
}

test("the serverless function counts, returns numbers and refuses requests as the server does", async () => {
	const directory = writeVoiceSite();
	for (const name of ["_headers", "404.html"]) writeFileSync(join(directory, name), "");
	const site = await serveSite(directory);
	onTestFinished(() => site.close());
	const location = await voiceLocations.PostgreSQL();
	const handle = await bundledHandler(site.url, "url" in location ? location.url : "");
	const ask = (path: string, body?: string, ip = "10.1.1.1", origin = siteOrigin) =>
		handle(
			new Request(`${site.url}/tieng-noi/${path}`, {
				headers: { Origin: origin, "User-Agent": browserAgent },
				...(body !== undefined && { method: "POST", body }),
			}),
			{ ip },
		);
	const article = "/2026/11/22/hoi-nghi.html";
	expect((await ask("xem", article)).status).toBe(204);
	expect((await ask("xem", article)).status).toBe(204);
	expect((await ask("xem", article, "10.1.1.2")).status).toBe(204);
	expect((await ask("xem", "/2026/11/22/khong-co.html")).status).toBe(404);
	expect((await ask("xem", article, "10.1.1.3", "https://khac.example")).status).toBe(403);
	expect(await (await ask("so/2026-11.json")).json()).toMatchObject({ views: { "22-hoi-nghi": 2 } });
	expect((await ask("phep-thu")).status).toBe(200);
	const without = await bundledHandler(site.url, "");
	expect((await without(new Request(`${site.url}/tieng-noi/thong-ke.json`), { ip: "10.1.1.1" })).status).toBe(
		503,
	);
}, 60_000);
