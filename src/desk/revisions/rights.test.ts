import { describe, expect, test } from "vitest";
import { type Person, type Role, roles } from "../people.ts";
import { type Action, refusalOf, type Situation, stateAfterEdit, stepTo, targetsOf } from "./rights.ts";
import { collections, entryStates, stateTargets } from "./states.ts";

function person(committees: "all" | readonly string[], ...own: Role[]): Person {
	return { id: "an", name: "An", email: "an@thu.vn", roles: own.map((role) => ({ role, committees })) };
}

function situation(given: Partial<Situation> = {}): Situation {
	return {
		collection: "articles",
		state: "writing",
		isPublished: false,
		isWithdrawn: false,
		owner: "an",
		committees: ["ban-a"],
		...given,
	};
}

/**
 * What each role may do with its own revision and with another's, in each state of an article that is unpublished (`-`)
 * or published (`+`). An article without a revision has no owner.
 */
const table = `
state     readers owner role          targets
writing   -       own   writer        review
writing   -       other writer        .
writing   -       own   editor        review approved
writing   -       other editor        review approved
writing   -       own   publisher     review approved published
writing   -       other publisher     review approved published
writing   -       own   administrator .
writing   +       own   writer        review
writing   +       other publisher     review approved published withdrawn
review    -       own   writer        writing
review    -       other writer        .
review    -       own   editor        writing approved
review    -       other editor        writing approved
review    -       own   publisher     writing approved published
review    -       other administrator .
review    +       other publisher     writing approved published withdrawn
approved  -       own   writer        writing
approved  -       other writer        .
approved  -       own   editor        writing review
approved  -       other editor        writing review
approved  -       own   publisher     writing review approved published
approved  -       other publisher     writing review approved published
approved  -       own   administrator .
approved  +       other publisher     writing review approved published withdrawn
published +       none  writer        .
published +       none  editor        .
published +       none  publisher     withdrawn
published +       none  administrator .
withdrawn +       none  writer        .
withdrawn +       none  editor        .
withdrawn +       none  publisher     published
withdrawn +       none  administrator .
`;

const rows = table
	.trim()
	.split("\n")
	.slice(1)
	.map((line) => {
		const [state = "", readers = "", owner = "", role = "", ...targets] = line.split(/\s+/);
		return { state, readers, owner, role: role as Role, targets: targets.filter((target) => target !== ".") };
	});

describe("the state that an article may get", () => {
	test.each(rows)("from $state, readers $readers, owner $owner, by a $role", (row) => {
		const { owner: _owner, ...nobodys } = situation({
			state: row.state === "withdrawn" ? "published" : (row.state as Situation["state"]),
			isPublished: row.readers === "+",
			isWithdrawn: row.state === "withdrawn",
		});
		const given = row.owner === "none" ? nobodys : { ...nobodys, owner: row.owner === "own" ? "an" : "binh" };
		for (const committees of ["all", ["ban-a"]] as const) {
			expect(targetsOf(given, person(committees, row.role)).sort()).toEqual([...row.targets].sort());
		}
		expect(targetsOf(given, person(["ban-b"], row.role))).toEqual([]);
		expect(targetsOf({ ...given, committees: ["ban-a", "ban-b"] }, person(["ban-a"], row.role))).toEqual([]);
		expect(targetsOf(given, person("all"))).toEqual([]);
	});

	test("is what `stepTo` allows, for every state, target and set of roles", () => {
		const sets = Array.from({ length: 2 ** roles.length }, (_, bits) =>
			roles.filter((_role, at) => bits & (1 << at)),
		);
		for (const own of sets) {
			for (const state of entryStates) {
				for (const isPublished of state === "published" ? [true] : [false, true]) {
					for (const isWithdrawn of isPublished ? [false, true] : [false]) {
						const given = situation({ state, isPublished, isWithdrawn });
						const allowed = targetsOf(given, person("all", ...own));
						const one = own.flatMap((role) => targetsOf(given, person("all", role)));
						expect(new Set(allowed)).toEqual(new Set(one));
						for (const to of stateTargets) {
							const step = stepTo(to, given, person("all", ...own), { at: false, reason: true });
							expect(step.refusal === undefined).toBe(allowed.includes(to));
						}
					}
				}
			}
		}
	});
});

describe("other actions", () => {
	const cases: readonly (readonly [Action, Partial<Situation>, Role, string | undefined])[] = [
		["edit", {}, "writer", undefined],
		["edit", { owner: "binh" }, "writer", "role"],
		["edit", { owner: "binh" }, "editor", undefined],
		["edit", {}, "administrator", "role"],
		["remove", {}, "writer", undefined],
		["remove", { owner: "binh" }, "writer", "role"],
		["remove", { owner: "binh" }, "editor", undefined],
		["remove", { isPublished: true }, "writer", "role"],
		["remove", { isPublished: true }, "editor", "role"],
		["remove", { isPublished: true }, "publisher", undefined],
		["discard", { isPublished: true }, "writer", undefined],
		["discard", { isPublished: true, owner: "binh" }, "writer", "role"],
		["discard", { isPublished: true, owner: "binh" }, "editor", undefined],
		["discard", {}, "publisher", "nothingPending"],
	];
	test.each(cases)("%s with %j by a %s: %s", (action, given, role, expected) => {
		expect(refusalOf(action, situation(given), person("all", role))).toBe(expected);
	});

	test("a writer may propose changes to published articles, but not delete a draft that is in Git", () => {
		const { owner: _owner, ...nobodys } = situation({ isPublished: true, state: "published" });
		expect(refusalOf("edit", nobodys, person("all", "writer"))).toBeUndefined();
		const draft = { ...nobodys, isPublished: false, state: "writing" as const };
		expect(refusalOf("remove", draft, person("all", "writer"))).toBe("role");
	});

	test("a text without a committee belongs to its writer until it is submitted", () => {
		const given = situation({ committees: [] });
		expect(refusalOf("edit", given, person(["ban-a"], "writer"))).toBeUndefined();
		expect(refusalOf("send", given, person(["ban-a"], "writer"))).toBe("committee");
		expect(refusalOf("approve", given, person(["ban-a"], "editor"))).toBe("committee");
		expect(refusalOf("approve", given, person("all", "editor"))).toBeUndefined();
		const others = { ...given, owner: "binh" };
		expect(refusalOf("remove", others, person(["ban-a"], "editor"))).toBe("committee");
		expect(refusalOf("edit", others, person(["ban-a"], "editor"))).toBe("committee");
	});
});

test("other collections need more rights", () => {
	const may = (collection: Situation["collection"], role: Role, committees: "all" | string[] = "all") =>
		refusalOf("edit", situation({ collection, committees: [] }), person(committees, role)) === undefined;
	const allowed = collections.map((collection) => [
		collection,
		roles.filter((role) => may(collection, role)),
		roles.filter((role) => may(collection, role, ["ban-a"])),
	]);
	expect(allowed).toEqual([
		["articles", ["writer", "editor", "publisher"], ["writer", "editor", "publisher"]],
		["pages", ["editor", "publisher"], []],
		["official-documents", ["writer", "editor", "publisher"], ["writer", "editor", "publisher"]],
		["events", ["editor", "publisher"], ["editor", "publisher"]],
		["schedules", ["writer", "editor", "publisher"], ["writer", "editor", "publisher"]],
		["units", ["editor", "publisher"], []],
		["people", ["editor", "publisher"], []],
		["questions", ["writer", "editor", "publisher"], ["writer", "editor", "publisher"]],
		["banners", ["editor", "publisher"], []],
		["authors", ["editor", "publisher"], ["editor", "publisher"]],
		["committees", ["administrator"], []],
		["tags", ["editor", "publisher"], ["editor", "publisher"]],
		["site", ["administrator"], []],
	]);
});

test("a reason is required for returning and withdrawing, but not for taking back", () => {
	const bare = { at: false, reason: false };
	const others = situation({ state: "review", owner: "binh" });
	expect(stepTo("writing", others, person("all", "editor"), bare)).toEqual({ refusal: "reason" });
	const own = situation({ state: "review" });
	expect(stepTo("writing", own, person("all", "writer"), bare)).toEqual({ action: "takeBack" });
	expect(stepTo("writing", own, person("all", "editor"), bare)).toEqual({ action: "takeBack" });
	const online = situation({ state: "published", isPublished: true });
	expect(stepTo("withdrawn", online, person("all", "publisher"), bare)).toEqual({ refusal: "reason" });
});

test("publishing at a given time is scheduling, which only publishers may do", () => {
	const given = situation({ state: "review" });
	const moment = { at: true, reason: false };
	expect(stepTo("approved", given, person("all", "editor"), moment)).toEqual({ refusal: "role" });
	expect(stepTo("approved", given, person("all", "publisher"), moment)).toEqual({ action: "schedule" });
});

test("a change cancels the approval", () => {
	expect(entryStates.map(stateAfterEdit)).toEqual(["writing", "review", "review", "writing"]);
});
