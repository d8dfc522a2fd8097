/** The reach of planned files and folders is right: nothing published after it changes them. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readPortal } from "../src/content/index.ts";
import { articleAddress } from "../src/model/addresses.ts";
import type { Article } from "../src/model/article.ts";
import type { ArticleId, IsoDateTime, Slug, UrlPath } from "../src/model/ids.ts";
import { asUrlPath } from "../src/model/ids.ts";
import type { Portal } from "../src/model/portal.ts";
import type { Output } from "../src/site/plan/output.ts";
import { type BoundedFolder, everyOutput, type Plan, planPortal } from "../src/site/plan/plan.ts";
import { fixtureDirectory, fixtureNow } from "./support/fixture.ts";

/** Enough for lists with several pages. */
const articleCount = 130;
const share = { src: "/anh/chia-se.png" as UrlPath, width: 1200, height: 630 };
const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map([["", share]]) };

let fixture: Portal;

beforeAll(async () => {
	const { portal } = await readPortal({ directory: fixtureDirectory, now: fixtureNow });
	if (!portal) throw new Error("The fixture has problems");
	fixture = portal;
});

/** The properties in which the tests' articles differ. */
interface Draw {
	/** Days after the archive's first day, and minutes of that day. */
	readonly day: number;
	readonly minute: number;
	/** Days between its date and the one in its address. */
	readonly moved: number;
	readonly tags: readonly number[];
	readonly author: number;
	readonly committee: number;
	readonly withdrawn: boolean;
	/** The index of another article in the drawn list. */
	readonly related: number | null;
	readonly digest: number;
}

const anyDraw: fc.Arbitrary<Draw> = fc.record({
	day: fc.nat({ max: 90 }),
	minute: fc.integer({ min: 1, max: 1400 }),
	moved: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat({ max: 60 })),
	tags: fc.array(fc.nat({ max: 2 }), { maxLength: 2 }),
	author: fc.nat({ max: 1 }),
	committee: fc.nat({ max: 1 }),
	withdrawn: fc.integer({ min: 0, max: 11 }).map((number) => number === 0),
	related: fc.oneof(
		{ weight: 8, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.nat({ max: articleCount - 1 }) },
	),
	digest: fc.nat(),
});

function dayAt(days: number): string {
	return new Date(Date.UTC(2026, 6, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

function idOf({ day, moved }: Draw, number: number): ArticleId {
	return `${dayAt(day - moved).replaceAll("-", "/")}-tin-${number}` as ArticleId;
}

/** The event of every second article. */
const event = {
	id: "su-kien" as Slug,
	name: "Sự kiện",
	file: "events/su-kien.yml",
	digest: "",
	bodyImages: [],
};

function planOf(draws: ReadonlyMap<number, Draw>): Plan {
	const authors = [...fixture.authors.keys()];
	const committees = [...fixture.committees.keys()];
	const articles = [...draws].map(([number, draw]): Article => {
		const { day, minute, tags, author, committee, withdrawn, related, digest } = draw;
		const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
		const date = `${dayAt(day)}T${time}:00+07:00` as IsoDateTime;
		const id = idOf(draw, number);
		const named = related === null ? undefined : draws.get(related);
		return {
			id,
			address: articleAddress(id),
			file: `articles/${id}.md`,
			digest: String(digest),
			title: `Tin số ${number} ${digest}`,
			date,
			author: [authors[author] as Slug],
			committee: committees[committee] as Slug,
			...(author === 0 && { event: event.id }),
			tags: tags.map((tag) => `Từ khóa ${tag}`),
			related: named && related !== null && related !== number ? [idOf(named, related)] : [],
			featured: false,
			draft: false,
			attachments: [],
			formerAddresses: [],
			bodyImages: [],
			words: 100,
			...(tags.length === 0 && { isPhotoStory: true, video: {} }),
			...(withdrawn && { withdrawn: { date, reason: "Thử" } }),
		};
	});
	articles.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
	const tags = new Map(
		[0, 1, 2].map((tag) => [slugOfTag(tag), { name: `Từ khóa ${tag}`, synonyms: [], slug: slugOfTag(tag) }]),
	);
	const now = "2026-12-31T12:00:00+07:00" as IsoDateTime;
	const records = { ...fixture.records, events: new Map([[event.id, event]]) };
	return planPortal({ ...fixture, records, now, articles, tags, tagBySpelling: new Map() }, files, {
		search: true,
	});
}

function slugOfTag(tag: number): Slug {
	return `tu-khoa-${tag}` as Slug;
}

/** How many articles, counted from the oldest, are the same in both plans. */
function unchangedOf(one: Plan, other: Plan): number {
	const keys = other.context.index.all.map(({ key }) => key);
	const first = one.context.index.all.findIndex(({ key }, place) => key !== keys[place]);
	return first === -1 ? one.context.index.all.length : first;
}

/** Files of both plans that must be equal because of their reach. */
function settled(one: Plan, other: Plan): [Output, Output][] {
	const unchanged = unchangedOf(one, other);
	const isSettled = ({ through }: Output) => through !== undefined && through < unchanged;
	const others = new Map(everyOutput(other).map((output) => [output.address, output]));
	return everyOutput(one)
		.filter(isSettled)
		.flatMap((output): [Output, Output][] => {
			const same = others.get(output.address);
			return same && isSettled(same) ? [[output, same]] : [];
		});
}

/** Folders of both plans that must be equal because of their reach. */
function reused(one: Plan, other: Plan): [BoundedFolder, BoundedFolder][] {
	const unchanged = unchangedOf(one, other);
	return other.folders
		.filter(({ through }) => through < unchanged)
		.flatMap((folder): [BoundedFolder, BoundedFolder][] => {
			const same = one.folders.find(({ address }) => address === folder.address);
			return same && same.through < unchanged ? [[same, folder]] : [];
		});
}

function made(outputs: readonly Output[]): string[] {
	return outputs.map(({ address, template, view }) => `${address} ${template} ${JSON.stringify(view())}`);
}

const anyEdit = fc.record({
	at: fc.nat({ max: articleCount + 3 }),
	draw: fc.option(anyDraw, { nil: undefined, freq: 4 }),
});

describe("files and folders whose reach ends at an unchanged article", () => {
	test("stay the same, whatever is added, changed, moved or removed after it", { timeout: 120_000 }, () => {
		fc.assert(
			fc.property(
				fc.array(anyDraw, { minLength: articleCount, maxLength: articleCount }),
				fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
				// Also covers months with days but no addresses of articles, and months with addresses but no days.
				fc.constantFrom(0, 0, -45),
				(draws, edits, shift) => {
					const shifted = draws.map((draw) => ({ ...draw, moved: draw.moved + shift }));
					const before = new Map(shifted.entries());
					const after = new Map(before);
					for (const { at, draw } of edits) {
						if (draw) after.set(at, draw);
						else after.delete(at);
					}
					const [one, other] = [planOf(before), planOf(after)];
					for (const [was, is] of settled(one, other)) expect(made([is])).toEqual(made([was]));
					for (const [was, is] of reused(one, other)) expect(made(is.outputs())).toEqual(made(was.outputs()));
				},
			),
			{ numRuns: 150 },
		);
	});

	test("stay the same while articles are added one by one, however full the pages of lists are", {
		timeout: 60_000,
	}, () => {
		const draws = fc
			.sample(anyDraw, { numRuns: 64, seed: 2 })
			.map((draw, day) => ({ ...draw, day, moved: 0, tags: [0] }));
		const plans = draws.map((_, count) => planOf(new Map(draws.slice(0, count + 1).entries())));
		for (const [at, plan] of plans.slice(1).entries()) {
			const before = plans[at] as Plan;
			for (const [was, is] of settled(before, plan)) expect(made([is])).toEqual(made([was]));
			for (const [was, is] of reused(before, plan)) expect(made(is.outputs())).toEqual(made(was.outputs()));
		}
	});

	test("are nearly all files when an article is added at the end", () => {
		const draws = fc
			.sample(anyDraw, { numRuns: articleCount, seed: 1 })
			.map((draw) => ({ ...draw, related: null }));
		const before = new Map(draws.entries());
		const newest = { ...(draws[0] as Draw), day: 91, moved: 0 };
		const [one, other] = [planOf(before), planOf(new Map([...before, [articleCount, newest]]))];
		expect(unchangedOf(one, other)).toBe(articleCount);
		const pages = everyOutput(one).filter(({ template }) => template === "article");
		expect(settled(one, other).filter(([{ template }]) => template === "article").length).toBeGreaterThan(
			pages.length - 5,
		);
	});

	test("are all folders of months but the last when an article is added at the end", () => {
		const draws = fc
			.sample(anyDraw, { numRuns: articleCount, seed: 3 })
			.map((draw) => ({ ...draw, moved: 0, related: null }));
		const before = new Map(draws.entries());
		const newest = { ...(draws[0] as Draw), day: 91 };
		const [one, other] = [planOf(before), planOf(new Map([...before, [articleCount, newest]]))];
		expect(
			reused(one, other)
				.map(([{ address }]) => address)
				.sort(),
		).toEqual(["/2026/07/", "/2026/08/", "/api/2026/07/", "/api/2026/08/"].map(asUrlPath));
	});

	test("include no folder that contains an unrelated address", () => {
		const draws = fc
			.sample(anyDraw, { numRuns: articleCount, seed: 4 })
			.map((draw) => ({ ...draw, moved: 0 }));
		const { portal } = planOf(new Map(draws.entries())).context;
		const formerAddresses = ["/2026/07/bai-cu.html", "/api/2026/08/x/y/"];
		const articles = portal.articles.map((article, at) =>
			at === 100 ? { ...article, formerAddresses } : article,
		);
		const { folders } = planPortal({ ...portal, articles }, files, { search: true });
		const addresses = folders.map(({ address }): string => address);
		expect(addresses).not.toContain("/2026/07/");
		expect(addresses).not.toContain("/api/2026/08/");
		expect(addresses).toContain("/2026/08/");
	});
});
