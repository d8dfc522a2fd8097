import { expect, test } from "vitest";
import type { Entry } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";
import { relatedTo } from "./related.ts";

interface Given {
	readonly title: string;
	readonly tags?: readonly string[];
	readonly committee?: string;
	readonly province?: string;
	readonly related?: readonly string[];
	readonly withdrawn?: boolean;
}

/** The titles of the stories related to the last of the articles, which are given oldest first. */
function belowLast(given: readonly Given[]): string[] {
	const byTag = new Map<string, Entry[]>();
	const byCommittee = new Map<string, Entry[]>();
	const byProvincePage = new Map<string, Entry[]>();
	const append = (map: Map<string, Entry[]>, key: string, entry: Entry) =>
		map.set(key, [...(map.get(key) ?? []), entry]);
	const all = given.map(
		({ title, tags = [], committee, province, related = [], withdrawn = false }, place) => {
			const tagPlaces = tags.map((tag) => byTag.get(tag)?.length ?? 0);
			const article = { id: title, title, committee, province, related };
			const entry = { article, place, withdrawn, tags, tagPlaces } as unknown as Entry;
			for (const tag of tags) append(byTag, tag, entry);
			if (committee) append(byCommittee, committee, entry);
			if (province) append(byProvincePage, province, entry);
			return entry;
		},
	);
	const byId = new Map(all.map((entry) => [entry.article.id, entry]));
	const context = { index: { all, byId, byTag, byCommittee, byProvincePage } } as unknown as PlanContext;
	return relatedTo(context, all.at(-1) as Entry).map(({ article }) => article.title);
}

const filler = Array.from({ length: 40 }, (_, at): Given => ({ title: `Hội nghị bàn chuyện làng ${at}` }));

test("articles that the editor named are the only ones", () => {
	expect(belowLast([{ title: "Một" }, { title: "Hai" }, { title: "Ba", related: ["Một"] }])).toEqual(["Một"]);
});

test("shared tags come first, then titles with the same uncommon words", () => {
	expect(
		belowLast([
			{ title: "Cầu Bến Lức thông xe" },
			...filler,
			{ title: "Giá lúa", tags: ["cau"] },
			{ title: "Hội nghị về cầu Bến Lức", tags: ["cau"] },
		]),
	).toEqual(["Giá lúa", "Cầu Bến Lức thông xe"]);
});

test("the committee and the province count, but words that all titles have do not", () => {
	expect(belowLast([...filler, { title: "Hội nghị bàn chuyện khác" }])).toEqual([]);
	expect(
		belowLast([
			{ title: "Tập huấn", committee: "a", province: "b" },
			...filler,
			{ title: "Ra quân mùa hè", committee: "a" },
			{ title: "Hội nghị bàn chuyện khác", committee: "a", province: "b" },
		]),
	).toEqual([]);
	expect(
		belowLast([
			{ title: "Tập huấn dân vận khéo", committee: "a", province: "b" },
			...filler,
			{ title: "Kể chuyện dân vận khéo", committee: "a", province: "b" },
		]),
	).toEqual(["Tập huấn dân vận khéo"]);
});

test("withdrawn articles are never related", () => {
	expect(
		belowLast([{ title: "Cầu Bến Lức thông xe", withdrawn: true }, ...filler, { title: "Cầu Bến Lức" }]),
	).toEqual([]);
});

test.each<[string, readonly Given[], readonly string[]]>([
	[
		"three at most: the most shared tags first, then the newest",
		[
			{ title: "Một", tags: ["x"] },
			{ title: "Hai", tags: ["x", "y"] },
			{ title: "Ba", tags: ["x"] },
			{ title: "Bốn", tags: ["x"] },
			{ title: "Năm", tags: ["x", "y"] },
		],
		["Hai", "Bốn", "Ba"],
	],
	[
		"an article of the same committee before a newer one whose title is equally near",
		[
			{ title: "Cầu Bến Lức thông xe", committee: "a" },
			...filler,
			{ title: "Cầu Bến Lức đông xe", committee: "b" },
			{ title: "Về cầu Bến Lức", committee: "a" },
		],
		["Cầu Bến Lức thông xe", "Cầu Bến Lức đông xe"],
	],
	[
		"an article of the same committee before a newer one of the same province",
		[
			{ title: "Cầu Bến Lức thông xe", committee: "a" },
			...filler,
			{ title: "Cầu Bến Lức đông xe", province: "p" },
			{ title: "Cầu Bến Lức có hội" },
			{ title: "Về cầu Bến Lức", committee: "a", province: "p" },
		],
		["Cầu Bến Lức thông xe", "Cầu Bến Lức đông xe", "Cầu Bến Lức có hội"],
	],
	[
		"the newest where titles are equally near",
		[
			{ title: "Cầu Bến Lức thông xe" },
			{ title: "Cầu Bến Lức đông xe" },
			...filler,
			{ title: "Về cầu Bến Lức" },
		],
		["Cầu Bến Lức đông xe", "Cầu Bến Lức thông xe"],
	],
	[
		"an article of long ago only of the same committee or province",
		[
			{ title: "Cầu Bến Lức thông xe" },
			{ title: "Cầu Bến Lức đông xe", province: "p" },
			{ title: "Cầu Bến Lức có hội", committee: "a" },
			...[1, 2, 3, 4, 5].flatMap(() => filler),
			{ title: "Về cầu Bến Lức", committee: "a", province: "p" },
		],
		["Cầu Bến Lức có hội", "Cầu Bến Lức đông xe"],
	],
])("below an article stand %s", (_, given, expected) => {
	expect(belowLast(given)).toEqual(expected);
});
