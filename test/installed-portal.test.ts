/**
 * A portal outside this repository, made from the tarball of `npm pack`. It is installed, started, edited, built,
 * checked and upgraded to a second tarball.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../scripts/free-port.ts";
import { RunningCommand, tintinh } from "./support/command.ts";

const place = join(mkdtempSync(join(tmpdir(), "tintinh-installed-")), "Cổng tin các xã");
const portal = join(place, "Tin xã Minh Hòa");
const modules = join(portal, "node_modules");

/** In MB. */
const mostInstalled = 100;

function run(command: string, words: readonly string[], directory = portal): string {
	// Some tests have no network: packages that `npm ci` has fetched are taken from npm's cache.
	const environment = { ...process.env, npm_config_prefer_offline: "true" };
	return execFileSync(command, words, { cwd: directory, encoding: "utf8", env: environment, stdio: "pipe" });
}

const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];

/** The one tarball in a folder. */
function tarballIn(folder: string): string {
	const [name = ""] = readdirSync(folder);
	return join(folder, name);
}

/** Packs a later version, whose pages have another text. */
function packUpgrade(tarball: string): string {
	const folder = join(place, "bản sau");
	mkdirSync(join(folder, "tarball"), { recursive: true });
	run("tar", ["-xzf", tarball, "-C", folder], place);
	const product = join(folder, "package");
	const manifest = join(product, "package.json");
	const facts = JSON.parse(readFileSync(manifest, "utf8"));
	writeFileSync(manifest, JSON.stringify({ ...facts, version: "99.0.0" }));
	const program = join(product, "dist/program");
	for (const name of readdirSync(program).filter((name) => name.endsWith(".js"))) {
		const text = readFileSync(join(program, name), "utf8");
		writeFileSync(join(program, name), text.replaceAll("Đến nội dung chính", "Tới phần chính"));
	}
	const record = JSON.parse(readFileSync(`${program}.json`, "utf8"));
	for (const [path, input] of Object.entries<{ sha256: string }>(record.inputs)) {
		if (path.endsWith("strings.ts")) input.sha256 = `${input.sha256.slice(0, 60)}9999`;
	}
	writeFileSync(
		`${program}.json`,
		JSON.stringify({ ...record, digest: `${record.digest.slice(0, 12)}9999` }),
	);
	run(
		"npm",
		["pack", "--ignore-scripts", "--silent", "--pack-destination", join(folder, "tarball")],
		product,
	);
	return tarballIn(join(folder, "tarball"));
}

function megabytesBelow(folder: string): number {
	let bytes = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		// Counted in blocks, as on the disk.
		if (entry.isFile()) bytes += Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4096;
	}
	return bytes / 1024 / 1024;
}

let tarball = "";

beforeAll(() => {
	mkdirSync(join(place, "tarball"), { recursive: true });
	run("npm", ["pack", "--silent", "--pack-destination", join(place, "tarball")], resolve("."));
	tarball = tarballIn(join(place, "tarball"));
	const words = ["new", portal, "--yes", "--name", "Tin xã Minh Hòa", "--product", tarball];
	run(process.execPath, [resolve(tintinh), ...words], place);
	run("npm", ["install", ...quietly]);
}, 600_000);

afterAll(() => rmSync(join(place, ".."), { recursive: true, force: true }));

test("an installed portal is compiled and small", () => {
	for (const name of ["tsx", "esbuild", "typescript", "react", "decap-cms-app", "tintinh/src"]) {
		expect(existsSync(join(modules, name)), name).toBe(false);
	}
	expect(megabytesBelow(modules)).toBeLessThan(mostInstalled);
});

test("makes another portal, which names what this one was installed from", () => {
	const other = join(place, "Tin xã bên");
	run(join(modules, ".bin/tintinh"), ["new", other, "--yes"]);
	const { dependencies } = JSON.parse(readFileSync(join(other, "package.json"), "utf8"));
	expect(dependencies.tintinh).toMatch(/^file:/);
	expect(resolve(other, dependencies.tintinh.slice("file:".length))).toBe(tarball);
});

test("installed globally, it asks for the source, of which npm keeps no record", () => {
	const prefix = join(place, "chung");
	const other = join(place, "Tin xã khác");
	run("npm", ["install", "--global", "--prefix", prefix, ...quietly, tarball], place);
	const make = (...words: string[]) =>
		spawnSync(join(prefix, "bin/tintinh"), ["new", other, "--yes", ...words], { encoding: "utf8" });
	const { status, stderr } = make();
	expect(stderr).toMatch(/^Không rõ bản Tin Tỉnh .*npm install -g.*\nCách khắc phục: thêm --product NGUỒN/);
	expect(status).toBe(1);
	expect(existsSync(other)).toBe(false);
	expect(make("--product", tarball).status).toBe(0);
	const { dependencies } = JSON.parse(readFileSync(join(other, "package.json"), "utf8"));
	expect(resolve(other, dependencies.tintinh.slice("file:".length))).toBe(tarball);
});

test("imports only packages that are among its dependencies, and uses each of them", () => {
	const files = ["program", "types"].flatMap((folder) => {
		const names = readdirSync(join(modules, "tintinh/dist", folder), { recursive: true, encoding: "utf8" });
		return names.filter((name) => /\.(?:js|d\.ts)$/.test(name)).map((name) => join(folder, name));
	});
	const imported = new Set<string>();
	for (const name of files) {
		const text = readFileSync(join(modules, "tintinh/dist", name), "utf8");
		for (const [, path = ""] of text.matchAll(
			/^(?:import .*?\bfrom |import |[^*"]*\b(?:import|require\d*)\()"([@\w][^":]*)"/gm,
		)) {
			if (!isBuiltin(path)) imported.add(path.split("/", path.startsWith("@") ? 2 : 1).join("/"));
		}
	}
	const { dependencies } = JSON.parse(readFileSync(join(modules, "tintinh/package.json"), "utf8"));
	// esbuild only runs before packing; `tintinh` is imported by files that `tintinh new` writes; better-auth works
	// without telemetry.
	for (const name of ["esbuild", "tintinh", "@opentelemetry/api"]) imported.delete(name);
	expect([...imported].sort()).toEqual(Object.keys(dependencies).sort());
});

test("has types for the components that a portal replaces", () => {
	const components = join(portal, "theme/components");
	const compiler = resolve("node_modules/typescript/bin/tsc");
	const options = [
		"--noEmit",
		"--allowJs",
		"--checkJs",
		"--strict",
		"--skipLibCheck",
		"--module",
		"nodenext",
	];
	const check = (name: string) => run(process.execPath, [compiler, ...options, join(components, name)]);
	mkdirSync(join(components, "samples"), { recursive: true });
	const component = (property: string) =>
		`/** @type {import("tintinh").OwnComponent<"by-line">} */
		export default ({ authors, site }, { html, say, original }) =>
			html\`<p>\${say(site, "home")} \${authors.map(({ ${property} }) => ${property})}</p>\${original({ authors, site })}\`;`;
	writeFileSync(join(components, "samples/right.js"), component("label"));
	writeFileSync(join(components, "samples/wrong.js"), component("lable"));
	expect(check("samples/right.js")).toBe("");
	expect(() => check("samples/wrong.js")).toThrow();
	rmSync(join(portal, "theme"), { recursive: true });
});

test("can be started, edited, built, checked and upgraded", { timeout: 300_000 }, async () => {
	const port = await freePort();
	const bin = join(modules, "tintinh/scripts/tintinh.js");
	const started = new RunningCommand(bin, ["start"], { PORT: String(port) }, join(portal, "content"));
	try {
		await started.printed(/Viết bài mới/);
		const get = async (address: string) => (await fetch(`http://127.0.0.1:${port}${address}`)).text();
		expect(await get("/")).toContain("Tin xã Minh Hòa");
		expect(await get("/admin/")).toContain("editor.js");
		const articles = join(portal, "content/articles");
		const [path = ""] = readdirSync(articles, { recursive: true, encoding: "utf8" }).filter((name) =>
			name.endsWith(".md"),
		);
		const text = readFileSync(join(articles, path), "utf8");
		writeFileSync(join(articles, path), text.replace("Ra mắt cổng tin", "Cổng tin ra mắt bạn đọc"));
		await expect.poll(() => get("/"), { timeout: 120_000 }).toContain("Cổng tin ra mắt bạn đọc");
	} finally {
		started.child.kill("SIGTERM");
		await started.finish();
	}
	const components = join(portal, "theme/components");
	mkdirSync(components, { recursive: true });
	writeFileSync(
		join(components, "site-footer.js"),
		`export default (props, { html, original }) => html\`<p>Đường dây nóng</p>\${original(props)}\`;`,
	);
	writeFileSync(join(portal, "theme/theme.css"), ":root { --accent: #0b5394 }");
	expect(run("npm", ["run", "--silent", "build"])).toMatch(/1 bài, \d+ tệp trong _site/);
	expect(run("npm", ["run", "--silent", "check"])).toContain("Nội dung không có lỗi");
	expect(run("npm", ["run", "--silent", "verify-site"])).toContain("Đủ và đúng");
	expect(run("git", ["status", "--porcelain"]).trim().split("\n")).toEqual([
		expect.stringMatching(/^M content\/articles\/.*\.md$/),
		"?? package-lock.json",
		"?? theme/",
	]);
	const page = () => readFileSync(join(portal, "_site/index.html"), "utf8");
	const before = page();
	expect(before).toContain("<p>Đường dây nóng</p><footer");
	expect(before).toContain('content="#0b5394"');

	run("npm", ["install", packUpgrade(tarball), ...quietly]);
	expect(run(join(modules, ".bin/tintinh"), ["--version"])).toBe("99.0.0\n");
	expect(run("npm", ["run", "--silent", "check", "--", "--fix"])).toContain("Nội dung không có lỗi");
	run("npm", ["run", "--silent", "build"]);
	expect(page()).not.toBe(before);
	expect(page()).toContain("Tới phần chính");
	expect(run("npm", ["run", "--silent", "verify-site"])).toContain("Đủ và đúng");
});
