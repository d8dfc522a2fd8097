import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UrlPath } from "../model/ids.ts";
import { type DeployPlan, planDeploy, stageNames } from "./plan-deploy.ts";
import type { SiteFile, SiteFiles } from "./site-manifest.ts";
import type { FileDifference } from "./verify-site.ts";

function siteOf(contents: Readonly<Record<string, string>>): SiteFiles {
	const files = Object.entries(contents).map(([address, text]): SiteFile => {
		return { address: address as UrlPath, sha256: text.padEnd(64, "0"), size: text.length };
	});
	return new Map(files.map((file) => [file.address, file]));
}

function plan(ours: SiteFiles, theirs: SiteFiles | undefined): DeployPlan {
	return planDeploy({ ours, theirs, unfinished: new Set(), differing: new Map(), lookedAt: () => false });
}

function stagesOf({ stages }: DeployPlan): Record<string, string[]> {
	return Object.fromEntries(stageNames.map((name) => [name, stages[name].map(({ address }) => address)]));
}

describe("planDeploy", () => {
	test("copies new files before pages that link to them, and the home page last", () => {
		const before = siteOf({
			"/": "1",
			"/2026/11/21/a.html": "1",
			"/tin-moi/": "1",
			"/atom.xml": "1",
			"/x.html": "1",
		});
		const after = siteOf({
			"/": "2",
			"/2026/11/21/a.html": "2",
			"/2026/11/22/": "1",
			"/2026/11/22/b.html": "1",
			"/_headers": "1",
			"/anh/2026/b.webp": "1",
			"/api/2026/11.json": "1",
			"/atom.xml": "2",
			"/pagefind/2026/fragment/vi_1.pf_fragment": "1",
			"/pagefind/2026/pagefind-entry.json": "1",
			"/tin-moi/": "2",
		});
		const result = plan(after, before);
		expect(stagesOf(result)).toEqual({
			parts: ["/anh/2026/b.webp", "/pagefind/2026/fragment/vi_1.pf_fragment"],
			new: [
				"/2026/11/22/b.html",
				"/2026/11/22/",
				"/_headers",
				"/api/2026/11.json",
				"/pagefind/2026/pagefind-entry.json",
			],
			articles: ["/2026/11/21/a.html"],
			lists: ["/atom.xml", "/tin-moi/", "/"],
		});
		expect(result).toMatchObject({ removed: ["/x.html"], inTheWay: [], unchanged: 0 });
	});

	test("treats files that an interrupted deletion left behind like new ones", () => {
		const result = planDeploy({
			ours: siteOf({ "/": "1", "/a/": "2", "/2026/11/21/b.html": "2" }),
			theirs: siteOf({ "/": "1", "/2026/11/21/b.html": "1" }),
			unfinished: new Set(["/a/" as UrlPath]),
			differing: new Map([["/a/" as UrlPath, "altered"]]),
			lookedAt: (address) => address === "/a/",
		});
		expect(stagesOf(result)).toMatchObject({ new: ["/a/"], articles: ["/2026/11/21/b.html"], lists: [] });
	});

	test("removes a file where a folder must be, and a folder where a file must be", () => {
		const before = siteOf({ "/index.php": "1", "/cu/a.html": "1", "/cu/b/": "1", "/con/x": "1" });
		const after = siteOf({ "/index.php/tin/": "1", "/cu": "1", "/con/y": "1" });
		expect(plan(after, before)).toMatchObject({
			inTheWay: ["/cu/a.html", "/cu/b/", "/index.php"],
			removed: ["/con/x"],
		});
	});

	test("deletes pages before the files that they show", () => {
		const before = siteOf({ "/": "1", "/anh/a.webp": "1", "/2026/11/21/a.html": "1", "/x/": "1" });
		expect(plan(siteOf({ "/": "1" }), before).removed).toEqual(["/x/", "/2026/11/21/a.html", "/anh/a.webp"]);
	});

	test("does not delete a file that also has another address", () => {
		expect(plan(siteOf({ "/a/": "1" }), siteOf({ "/a/index.html": "1" })).removed).toEqual([]);
	});
});

/** A page's content is the list of its links, so two pages with the same links are equal. */
type Pages = Readonly<Record<string, readonly string[]>>;

const addresses = ["/", "/a/", "/b/", "/2026/11/01/c.html", "/2026/11/02/d.html", "/anh/e.webp", "/f.json"];

/** Sites with arbitrary links between pages, but without dead links. */
const anyPages: fc.Arbitrary<Pages> = fc
	.tuple(fc.subarray(addresses), fc.infiniteStream(fc.nat(255)))
	.map(([chosen, masks]) => {
		const present = [...new Set(["/", ...chosen])];
		return Object.fromEntries(
			present.map((address) => {
				const mask = masks.next().value ?? 0;
				const links = address.endsWith(".webp") ? [] : present.filter((_, index) => mask & (1 << index));
				return [address, links];
			}),
		);
	});

const files = (pages: Pages) =>
	siteOf(Object.fromEntries(Object.entries(pages).map(([address, links]) => [address, links.join()])));

/** A destination in memory, with the records that a deployment keeps there. */
class Place {
	pages: Record<string, readonly string[]> = {};
	manifest: SiteFiles | undefined;
	journal = new Set<UrlPath>();

	/** Deploys and is killed after the given number of steps. */
	deploy(site: Pages, steps: number): void {
		const ours = files(site);
		const there = files(this.pages);
		const lookedAt = (address: UrlPath) => !this.manifest || this.journal.has(address);
		const differing = new Map<UrlPath, FileDifference>();
		for (const { address, sha256 } of ours.values()) {
			const found = there.get(address);
			if (lookedAt(address) && found?.sha256 !== sha256)
				differing.set(address, found ? "altered" : "missing");
		}
		const { stages, removed, inTheWay } = planDeploy({
			ours,
			theirs: this.manifest,
			unfinished: this.journal,
			differing,
			lookedAt,
		});
		const toWrite = stageNames.flatMap((name) => stages[name]);
		for (const { address } of toWrite) this.journal.add(address);
		for (const address of [...inTheWay, ...removed]) this.journal.add(address);
		const actions = [
			...toWrite.map(({ address }) => () => {
				this.pages[address] = site[address] ?? [];
			}),
			() => {
				this.manifest = ours;
			},
			...removed.map((address) => () => {
				delete this.pages[address];
			}),
			() => this.journal.clear(),
		];
		for (const action of actions.slice(0, steps)) action();
	}

	/**
	 * Published pages from which no dead link can be reached. Files of an interrupted deployment do not count as
	 * published.
	 */
	sound(): string[] {
		const published = Object.keys(this.pages).filter((address) => this.manifest?.has(address as UrlPath));
		return published.filter((address) => this.deadLinks([address]).length === 0);
	}

	/** Dead links on pages that can be reached from the given ones. */
	deadLinks(from: readonly string[]): string[] {
		const dead: string[] = [];
		const seen = new Set<string>();
		const rest = from.filter((address) => this.pages[address]);
		for (let address = rest.pop(); address !== undefined; address = rest.pop()) {
			if (seen.has(address)) continue;
			seen.add(address);
			for (const link of this.pages[address] ?? []) {
				if (this.pages[link]) rest.push(link);
				else dead.push(`${address} → ${link}`);
			}
		}
		return dead;
	}
}

describe("a deployment that is killed repeatedly", () => {
	test("never adds a dead link to a published page, and is completed by the next one", () => {
		const interrupted = fc.array(fc.tuple(anyPages, fc.nat(20)), { maxLength: 4 });
		fc.assert(
			fc.property(anyPages, interrupted, anyPages, (first, middle, last) => {
				const place = new Place();
				place.deploy(first, Number.POSITIVE_INFINITY);
				for (const [pages, steps] of middle) {
					const sound = place.sound();
					place.deploy(pages, steps);
					// Pages that the new site lacks are being deleted one after the other, so they are not checked.
					const staying = sound.filter((address) => pages[address]);
					expect(place.deadLinks(["/", ...staying])).toEqual([]);
				}
				place.deploy(last, Number.POSITIVE_INFINITY);
				expect(place.pages).toEqual(last);
				expect([...place.journal]).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});
