import { expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { type Output, output } from "../../site/plan/output.ts";
import type { BoundedFolder, Plan } from "../../site/plan/plan.ts";
import type { CodeDigests } from "./code-digest.ts";
import type { PlanMemory } from "./plan-memory.ts";
import {
	digestOfBases,
	listingTarget,
	outputTargets,
	staticTargets,
	type TemplateBases,
	templateBases,
} from "./target.ts";

const modules = ["src/site/kinds/day/day-page.tsx", "src/site/kinds/list/list-page.tsx"];

function bases({
	changed = "",
	accent = "#a61b1b",
	name = "Tin",
	names = "",
}: {
	readonly changed?: string;
	readonly accent?: string;
	readonly name?: string;
	readonly names?: string;
} = {}): TemplateBases {
	const code: CodeDigests = { modules, of: (module) => `${module}${module === changed ? " changed" : ""}` };
	return templateBases({ site: { accent, name }, names } as unknown as Plan, code);
}

/** The templates whose bases differ after a change. */
function differing(change: Parameters<typeof bases>[0], which: keyof TemplateBases): string[] {
	const [before, after] = [bases()[which], bases(change)[which]];
	expect([...after.keys()]).toEqual([...before.keys()]);
	return (["day", "list", "atom", "sitemap"] as const).filter((name) => before.get(name) !== after.get(name));
}

test.each<[string, Parameters<typeof bases>[0], { page: string[]; inputs: string[] }]>([
	["nothing", {}, { page: [], inputs: [] }],
	["the code of a page", { changed: "src/site/kinds/day/day-page.tsx" }, { page: ["day"], inputs: ["day"] }],
	["the code of a feed", { changed: "src/site/pages/atom.11ty.tsx" }, { page: ["atom"], inputs: ["atom"] }],
	[
		"what all pages are rendered by",
		{ changed: "src/site/pages/page-template.tsx" },
		{ page: ["day", "list"], inputs: ["day", "list"] },
	],
	[
		"what writes every file",
		{ changed: "src/build/writing/render-batch.ts" },
		{ page: ["day", "list", "atom", "sitemap"], inputs: ["day", "list", "atom", "sitemap"] },
	],
	["a colour", { accent: "#000000" }, { page: ["day", "list", "atom"], inputs: ["day", "list", "atom"] }],
	[
		"a setting",
		{ name: "Báo" },
		{ page: ["day", "list", "atom", "sitemap"], inputs: ["day", "list", "atom", "sitemap"] },
	],
	["a name", { names: "Ban" }, { page: [], inputs: ["day", "list", "atom", "sitemap"] }],
	[
		"the plan",
		{ changed: "src/site/plan/plan.ts" },
		{ page: [], inputs: ["day", "list", "atom", "sitemap"] },
	],
	[
		"how pictures are prepared",
		{ changed: "src/build/static-files/prepare-files.ts" },
		{ page: [], inputs: ["day", "list", "atom", "sitemap"] },
	],
])("%s that changes makes only its own files stale", (_, change, { page, inputs }) => {
	expect(differing(change, "page")).toEqual(page);
	expect(differing(change, "inputs")).toEqual(inputs);
	expect(digestOfBases(bases(change)) !== digestOfBases(bases())).toBe(inputs.length > 0);
});

/** An empty memory that records what it is asked. */
function emptyMemory() {
	const asked: string[] = [];
	const memory: PlanMemory = {
		recall(file, digests, folder) {
			asked.push(`${file.address} in ${folder?.address ?? "none"}: ${digests.inputs(file)}`);
			return digests.made(file);
		},
		isUnchanged: () => false,
		reuse: ({ address }) => asked.push(`reuse ${address}`),
		async save() {},
	};
	return { asked, memory };
}

const day = (text: string, inputs?: string): Output =>
	output("day", asUrlPath(`/2026/11/${text}/`), () => ({ day: text }) as never, {
		...(inputs === undefined ? {} : { inputs: () => inputs }),
	});

async function madeOf(page: Output, of = bases()): Promise<string | undefined> {
	const { memory } = emptyMemory();
	const [target] = await outputTargets({ outputs: [page], folders: [] }, of, { memory, reused: new Set() });
	return target?.made;
}

test("a page's digest depends on its view, its address and its template, and not on its inputs", async () => {
	const made = await madeOf(day("22"));
	expect(await madeOf(day("22", "inputs"))).toBe(made);
	expect(await madeOf({ ...day("22"), address: asUrlPath("/2026/11/23/") })).not.toBe(made);
	expect(await madeOf({ ...day("22"), view: () => ({ day: "23" }) as never })).not.toBe(made);
	expect(await madeOf({ ...day("22"), template: "list" })).not.toBe(made);
	expect(await madeOf(day("22"), bases({ accent: "#000000" }))).not.toBe(made);
});

test("pages with inputs are looked up in the memory by folder, and reused folders are not planned", async () => {
	const { asked, memory } = emptyMemory();
	const folder = (address: string, outputs: () => Output[]): BoundedFolder => ({
		address: asUrlPath(address),
		through: 1,
		outputs,
	});
	const reused = folder("/2026/10/", () => {
		throw new Error("planned");
	});
	const targets = await outputTargets(
		{
			outputs: [day("20"), day("21", "a")],
			folders: [reused, folder("/2026/11/", () => [day("22", "a"), day("23", "b")])],
		},
		bases(),
		{ memory, reused: new Set([reused.address]) },
	);
	expect(targets.map(({ address, from }) => [address, from.template])).toEqual(
		["20", "21", "22", "23"].map((each) => [`/2026/11/${each}/`, "day"]),
	);
	const inputs = asked.map((each) => each.split(": ")[1]);
	expect(asked.map((each) => each.split(":")[0])).toEqual([
		"/2026/11/21/ in none",
		"reuse /2026/10/",
		"/2026/11/22/ in /2026/11/",
		"/2026/11/23/ in /2026/11/",
	]);
	expect(inputs[0]).toBe(inputs[2]);
	expect(inputs[0]).not.toBe(inputs[3]);
});

test("a list of other files has a view, and a static file is identified by its bytes", () => {
	const listing = {
		template: "page-list",
		address: asUrlPath("/a.json"),
		folder: asUrlPath("/a/"),
		view: () => ({}) as never,
	} as const;
	const target = listingTarget(listing, { month: "2026-11" } as never, bases());
	expect(target).toMatchObject({ address: "/a.json", from: { template: "page-list", address: "/a.json" } });
	expect(target.from.view()).toEqual({ month: "2026-11" });
	const other = listingTarget(listing, { month: "2026-12" } as never, bases());
	expect(other.made).not.toBe(target.made);
	const file = { address: asUrlPath("/a.png"), source: "x", identity: "bytes" };
	expect(staticTargets([file])).toEqual([{ address: "/a.png", made: "bytes", from: file }]);
});
