/** The nginx configuration in docs/deploying.md, run by a real nginx. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../scripts/free-port.ts";
import { readPortal } from "../src/content/index.ts";
import { readFormerAddress } from "../src/model/former-address.ts";
import { asUrlPath } from "../src/model/ids.ts";
import { headersFor } from "../src/site/feeds/headers.ts";
import { renderNginxRedirects } from "../src/site/feeds/nginx-redirects.ts";
import { buildTemporarySite } from "./support/build-site.ts";
import { articleText } from "./support/content-folder.ts";
import { fixtureDirectory, fixtureNow } from "./support/fixture.ts";
import { needProgram } from "./support/needed-program.ts";
import { readRules } from "./support/serve-site.ts";

/** The path in Debian's package. */
const types = "/etc/nginx/mime.types";
const article = "/2017/07/13/hoi-nghi-dan-van-kheo.html";

interface Answer {
	readonly status: number;
	readonly headers: IncomingMessage["headers"];
	readonly body: string;
}

let folder = "";
let site = "";
let port = 0;

const documented = /```nginx\n(.*?)```/s.exec(readFileSync("docs/deploying.md", "utf8"))?.[1] ?? "";

/** The documented configuration, adapted to this machine: other folder, other port, no TLS. */
function configuration(redirects: string): string {
	const policy = headersFor("/", rules())["Content-Security-Policy"];
	const own = documented
		.replaceAll(/^server \{\n {4}listen 80[^\d].*?^\}\n/gms, "")
		.replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
		.replace("listen [::]:443 ssl http2;", "")
		.replace(/default "default-src .*";/, `default "${policy}";`)
		.replaceAll("include /var/www/tin/_redirects.nginx", `include ${redirects}`);
	return complete(own);
}

/** Adds the parts that the documentation leaves to the machine's own configuration. */
function complete(own: string): string {
	const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
	return [
		"daemon off; master_process off;",
		`pid ${folder}/pid; error_log stderr;`,
		"events {}",
		"http {",
		`access_log off; include ${types};`,
		...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
		own.replaceAll("/var/www/tin", site),
		"}",
	].join("\n");
}

function rules() {
	return readRules(readFileSync(join(site, "_headers"), "utf8"));
}

async function start(): Promise<ChildProcess> {
	const file = join(folder, "nginx.conf");
	writeFileSync(file, configuration(join(site, "_redirects.nginx")));
	const nginx = spawn("nginx", ["-p", folder, "-c", file], { stdio: ["ignore", "ignore", "pipe"] });
	let complaint = "";
	nginx.stderr?.on("data", (text: Buffer) => {
		complaint += text;
	});
	while (!(await ask("/").catch(() => undefined))) {
		if (nginx.exitCode !== null) throw new Error(complaint);
		await wait(50);
	}
	return nginx;
}

async function ask(address: string): Promise<Answer> {
	const headers = { "Accept-Encoding": "gzip" };
	const request = get(`http://127.0.0.1:${port}${address}`, { headers, agent: false });
	const [response] = (await once(request, "response")) as [IncomingMessage];
	const bytes = await buffer(response);
	const isPacked = response.headers["content-encoding"] === "gzip";
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		body: (isPacked ? gunzipSync(bytes) : bytes).toString(),
	};
}

/** The former addresses of one article that pass the checks. */
async function acceptedOf(addresses: readonly string[]): Promise<string[]> {
	const directory = join(folder, "content");
	rmSync(directory, { recursive: true, force: true });
	cpSync(fixtureDirectory, directory, { recursive: true });
	const accepted = addresses.filter((address) => !("fault" in readFormerAddress(address)));
	const file = "articles/2026/11/20-dia-chi-cu.md";
	const lines = ["formerAddresses:", ...accepted.map((address) => `  - ${JSON.stringify(address)}`)];
	if (accepted.length === 0) return [];
	writeFileSync(join(directory, file), articleText(["author: ly-van-thu", ...lines]));
	const { problems } = await readPortal({ directory, now: fixtureNow });
	const refused = new Set(
		problems.map(({ field }) => Number(/^formerAddresses\[(\d+)\]$/.exec(field ?? "")?.[1])),
	);
	expect(refused).not.toContain(Number.NaN);
	return accepted.filter((_, at) => !refused.has(at));
}

/** nginx's errors and warnings about a configuration. */
function complaintsAbout(text: string): string[] {
	const file = join(folder, "tried.conf");
	writeFileSync(file, text);
	const { stderr } = spawnSync("nginx", ["-t", "-p", folder, "-c", file], { encoding: "utf8" });
	return stderr.split("\n").filter((line) => /\[(?:warn|error|alert|emerg)\]/.test(line));
}

describe("nginx, as the documentation configures it", () => {
	beforeAll(async () => {
		needProgram("nginx", "-v");
		needProgram("openssl", "version");
		const options = { contentDirectory: fixtureDirectory, now: fixtureNow, search: false };
		const built = await buildTemporarySite(options);
		folder = built.directory;
		site = realpathSync(built.site);
		mkdirSync(join(site, ".well-known"));
		writeFileSync(join(site, ".well-known/security.txt"), "Contact: mailto:a@b.example\n");
		port = await freePort();
		const nginx = await start();
		return async () => {
			nginx.kill();
			await once(nginx, "exit");
			built.remove();
		};
	});

	test("does not reveal its version", async () => {
		expect((await ask("/")).headers.server).toBe("nginx");
	});

	test("redirects http to https on its own name, whatever name was requested", () => {
		const plain = documented.match(/^server \{\n {4}listen 80[^\d].*?^\}$/gms) ?? [];
		expect(plain).toHaveLength(2);
		expect(plain[0]).toMatch(/default_server;[\s\S]*return 444;/);
		expect(plain[1]).toContain("return 301 https://tin.example$request_uri;");
		expect(documented.replaceAll(/#.*/g, "")).not.toMatch(/\$host\b/);
	});

	test("serves attachments as downloads that cannot run anything", async () => {
		mkdirSync(join(site, "tep"), { recursive: true });
		writeFileSync(join(site, "tep/trang.html"), "<script>alert(1)</script>");
		const { headers } = await ask("/tep/trang.html");
		expect(headers).toMatchObject({
			"content-disposition": "attachment",
			"content-security-policy": "default-src 'none'; sandbox",
			"x-content-type-options": "nosniff",
		});
	});

	test.each(["/", article, "/assets/site.css", "/api/index.json", "/admin/", "/manifest.json"])(
		"sends the headers of `_headers` with %s",
		async (address) => {
			const { status, headers } = await ask(address);
			expect(status).toBe(200);
			const wanted = Object.entries(headersFor(address, rules()));
			expect(Object.fromEntries(wanted.map(([name]) => [name, headers[name.toLowerCase()]]))).toEqual(
				Object.fromEntries(wanted),
			);
			const told = new Set(wanted.map(([name]) => name));
			for (const name of ["Access-Control-Allow-Origin", "Content-Disposition", "X-Robots-Tag"])
				if (!told.has(name)) expect(headers).not.toHaveProperty(name.toLowerCase());
		},
	);

	test.each([
		["/", /^text\/html; charset=utf-8$/],
		["/atom.xml", /^text\/xml; charset=utf-8$/],
		["/assets/site.css", /^text\/css$/],
		["/assets/site.js", /^(?:text|application)\/javascript; charset=utf-8$/],
		["/api/schema.json", /^application\/json$/],
	])("sends %s under its type, packed", async (address, type) => {
		const { headers, body } = await ask(address);
		expect(headers["content-type"]).toMatch(type);
		expect(headers["content-encoding"]).toBe("gzip");
		const file = address.endsWith("/") ? `${address}index.html` : address;
		expect(body).toBe(readFileSync(join(site, file), "utf8"));
	});

	test.each([
		"/tin-tuc/hoi-nghi-dan-van-kheo-123.html",
		"/tin-tuc/hoi-nghi-dan-van-kheo-123.html?utm_source=x",
		"/index.php?option=tin&id=77",
		"/hoi-nghi",
	])("leads from the former address %s to the article", async (address) => {
		const { status, headers } = await ask(address);
		expect(status).toBe(301);
		expect(headers.location).toBe(article);
	});

	test("redirects a folder's address without a slash to the one with it", async () => {
		const { status, headers } = await ask("/2017/07");
		expect(status).toBe(301);
		expect(headers.location).toBe("/2017/07/");
	});

	test.each([
		"/khong-co.html",
		"/index.php?option=tin&id=78",
		"/assets/",
		"/_headers",
		"/_redirects",
		"/_redirects.nginx",
		"/.git/config",
	])("has nothing at %s but the page for lost readers", async (address) => {
		const { status, body } = await ask(address);
		expect(status).toBe(404);
		expect(body).toBe(readFileSync(join(site, "404.html"), "utf8"));
	});

	test("serves .well-known", async () => {
		expect((await ask("/.well-known/security.txt")).body).toContain("Contact:");
	});

	test("accepts every set of former addresses that passes the checks, and none of them hides a page or loops", async () => {
		const part = fc.oneof(
			fc.constantFrom(
				"tin",
				"Tin",
				"tin.html",
				"index.html",
				"index.php",
				"2017",
				"07",
				"13",
				"hoi-nghi",
				"tin-moi",
			),
			fc.constantFrom(
				"ế".repeat(60),
				"a".repeat(190),
				"{",
				"}",
				";",
				"$uri",
				"~a",
				"%22",
				"%5Cx",
				"%20",
				"*",
				"'",
				"#",
				".",
			),
			fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }),
		);
		const address = fc
			.tuple(
				fc.array(part, { minLength: 1, maxLength: 4 }),
				fc.constantFrom("", "", "/", "?id=1", "?q=ế&b=%22", "?{a}", "?", `?${"ế".repeat(160)}`),
			)
			.map(([parts, end]) => `/${parts.join("/")}${end}`);
		const living = [article, "/", "/2017/07/13/", "/tin-moi/", "/lien-he.html", "/sitemap.xml", "/_headers"];
		const noise = fc.constantFrom(
			...living,
			...living.map((each) => each.toUpperCase()),
			"/2017/07/13",
			"/x/..",
			"/?",
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.oneof({ arbitrary: address, weight: 5 }, noise), { minLength: 1, maxLength: 20 }),
				async (addresses) => {
					const accepted = await acceptedOf(addresses);
					const redirects = accepted.map((from) => ({ from, to: asUrlPath(article) }));
					const file = join(folder, "random.map");
					const map = renderNginxRedirects({ redirects });
					writeFileSync(file, map);
					expect(complaintsAbout(configuration(file))).toEqual([]);
					const keys = map.split("\n").map((line) => line.slice(1, line.lastIndexOf('" "')).toLowerCase());
					for (const each of living) expect(keys).not.toContain(each.toLowerCase());
				},
			),
			{ numRuns: 60 },
		);
	}, 240_000);

	test("accepts a hundred thousand long former addresses", () => {
		const redirects = join(folder, "many.map");
		const lines = Array.from(
			{ length: 100_000 },
			(_, at) => `"/chuyen-muc/${"dài-".repeat(30)}${at}?a=1" "${article}";\n`,
		);
		writeFileSync(redirects, lines.join(""));
		expect(complaintsAbout(configuration(redirects))).toEqual([]);
	});

	test("accepts the configuration word for word, with a certificate", async () => {
		const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
		const made = spawnSync(
			"openssl",
			`req -x509 -newkey rsa:2048 -nodes -subj /CN=tin.example -keyout ${key} -out ${certificate}`.split(" "),
		);
		expect(made.status).toBe(0);
		const own = documented
			.replace("# ssl_certificate …; ssl_certificate_key …;", () => {
				return `ssl_certificate ${certificate}; ssl_certificate_key ${key};`;
			})
			.replaceAll(/(listen (?:\[::\]:)?)443/g, `$1${await freePort()}`)
			.replaceAll(/(listen (?:\[::\]:)?)80/g, `$1${await freePort()}`);
		// Newer versions prefer another directive for HTTP/2, and a machine may lack IPv6.
		const bearable = /http2" directive is deprecated|Address family not supported/;
		expect(complaintsAbout(complete(own)).filter((line) => !bearable.test(line))).toEqual([]);
	});
});
