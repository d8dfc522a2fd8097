/** Checks the lists of pages, which phones use, against the files. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildPortal } from "../src/build/build.ts";
import type { PageList } from "../src/model/page-list.ts";
import { removingWorker } from "../src/site/offline/service-worker.ts";
import { PortalCopy, smallArticle } from "./support/fixture.ts";
import { readTree } from "./support/site-tree.ts";

const fileOf = (address: string) => (address.endsWith("/") ? `${address}index.html` : address);

test("the lists name every page of their month with the digest of its bytes, and pictures with their sizes", async () => {
	const portal = new PortalCopy();
	await buildPortal(portal.options);
	const dated = [...readTree(portal.output).keys()].filter((file) =>
		/^\/?\d{4}\/\d{2}\/.*\.html$/.test(file),
	);
	expect(dated.length).toBeGreaterThan(20);
	let pictures = 0;
	const listed: string[] = [];
	for (const month of new Set(dated.map((file) => file.replace(/^\//, "").slice(0, 7).replace("/", "-")))) {
		const text = readFileSync(join(portal.output, "doc-ngoai-tuyen", `${month}.json`), "utf8");
		const list = JSON.parse(text) as PageList;
		expect([list.version, list.month]).toEqual([1, month]);
		for (const page of list.pages) {
			const bytes = readFileSync(join(portal.output, fileOf(page.address)));
			const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 21);
			expect([page.digest.slice(0, 21), page.size], page.address).toEqual([digest, bytes.length]);
			listed.push(fileOf(page.address).slice(1));
			for (const picture of page.pictures ?? []) {
				pictures += 1;
				expect(picture.size, picture.address).toBe(statSync(join(portal.output, picture.address)).size);
				expect(bytes.toString()).toContain(picture.address);
			}
		}
	}
	expect(listed.sort()).toEqual(dated.map((file) => file.replace(/^\//, "")).sort());
	expect(pictures).toBeGreaterThan(3);
});

test("an article that is withdrawn is listed with the digest of its notice, without pictures", async () => {
	const portal = new PortalCopy();
	await buildPortal(portal.options);
	portal.edit(
		"articles/2017/07/13-hoi-nghi-dan-van-kheo.md",
		"title:",
		"withdrawn: { date: 2026-11-20T08:00:00+07:00, reason: Sai }\ntitle:",
	);
	const { report, problems } = await buildPortal(portal.options);
	expect(problems).toEqual([]);
	expect(report?.changed).toEqual(
		expect.arrayContaining(["/doc-ngoai-tuyen/2017-07.json", "/doc-ngoai-tuyen/da-rut.json"]),
	);
	const list = JSON.parse(
		readFileSync(join(portal.output, "doc-ngoai-tuyen/2017-07.json"), "utf8"),
	) as PageList;
	const notice = list.pages.find(({ address }) => address.endsWith("/hoi-nghi-dan-van-kheo.html"));
	expect(notice).toMatchObject({ withdrawn: true });
	expect(notice && "pictures" in notice).toBe(false);
	expect(readFileSync(join(portal.output, "doc-ngoai-tuyen/da-rut.json"), "utf8")).toContain(notice?.address);
});

test("the lists of unchanged months are not written again", async () => {
	const portal = new PortalCopy();
	for (const day of ["2026-03-01", "2026-03-02", "2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04"])
		portal.write(...smallArticle(day, "tin", `Tin ngày ${day}`));
	await buildPortal(portal.options);
	portal.write(...smallArticle("2026-11-20", "moi", "Tin mới"));
	const { report } = await buildPortal(portal.options);
	const lists = [...(report?.added ?? []), ...(report?.changed ?? [])].filter((address) =>
		/^\/doc-ngoai-tuyen\/.*json$/.test(address),
	);
	expect(lists).toEqual(["/doc-ngoai-tuyen/2026-11.json"]);
	const again = await buildPortal(portal.options);
	expect([again.report?.added, again.report?.changed, again.report?.removed]).toEqual([[], [], []]);
});

test("a portal with offline reading turned off has none of its files, and removes it from phones that have it", async () => {
	const portal = new PortalCopy();
	portal.edit("site.yml", "name:", "features: { offline: false }\nname:");
	const { problems } = await buildPortal(portal.options);
	expect(problems).toEqual([]);
	expect(existsSync(join(portal.output, "doc-ngoai-tuyen"))).toBe(false);
	expect(existsSync(join(portal.output, "app.json"))).toBe(false);
	expect(readFileSync(join(portal.output, "sw.js"), "utf8")).toBe(removingWorker);
	expect(readFileSync(join(portal.output, "index.html"), "utf8")).not.toContain("doc-ngoai-tuyen");
});
