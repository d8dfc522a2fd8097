/**
 * Who may do what with an entry: one table of the steps from state to state, and one of the role that each step needs.
 * Nothing else decides it.
 */
import type { Person, Role, RoleGrant } from "../people.ts";
import type { Collection, EntryState, StateTarget } from "./states.ts";

/** An action on an entry. */
export type Action =
	| "edit"
	/** Writing → review. */
	| "send"
	/** The owner takes the text back from review. */
	| "takeBack"
	/** An editor sends back, with a reason. */
	| "return"
	| "approve"
	/** Approved → review. */
	| "unapprove"
	| "publish"
	| "schedule"
	/** Readers get a notice instead of the text. */
	| "withdraw"
	/** A withdrawn text is published again. */
	| "republish"
	/** Discards the pending text of a published entry. */
	| "discard"
	/** Into the trash. */
	| "remove";

/** The steps from state to state. */
export type Step = Exclude<Action, "edit" | "discard" | "remove">;

/** What the rules need to know about an entry. */
export interface Situation {
	readonly collection: Collection;
	readonly state: EntryState;
	readonly isPublished: boolean;
	readonly isWithdrawn: boolean;
	/** Id of the pending revision's owner; absent without a revision. */
	readonly owner?: string;
	/** The committees of the entry, in the published and the pending text; empty if there are none. */
	readonly committees: readonly string[];
}

export type Refusal = "role" | "committee" | "step" | "reason" | "nothingPending";

/** The action from one state to another: the first that the person may do. */
const steps: Readonly<Record<EntryState, Partial<Readonly<Record<StateTarget, readonly Step[]>>>>> = {
	writing: { review: ["send"], approved: ["approve"], published: ["publish"], withdrawn: ["withdraw"] },
	review: {
		writing: ["return", "takeBack"],
		approved: ["approve"],
		published: ["publish"],
		withdrawn: ["withdraw"],
	},
	approved: {
		writing: ["return", "takeBack"],
		review: ["unapprove"],
		approved: ["schedule"],
		published: ["publish"],
		withdrawn: ["withdraw"],
	},
	published: { published: ["republish"], withdrawn: ["withdraw"] },
};

/** The least role, and whether the owner of the revision may do it as a writer. */
const needs: Readonly<Record<Action, { readonly role: Role; readonly owner?: true }>> = {
	edit: { role: "editor", owner: true },
	send: { role: "editor", owner: true },
	takeBack: { role: "editor", owner: true },
	return: { role: "editor" },
	approve: { role: "editor" },
	unapprove: { role: "editor" },
	publish: { role: "publisher" },
	schedule: { role: "publisher" },
	withdraw: { role: "publisher" },
	republish: { role: "publisher" },
	discard: { role: "editor", owner: true },
	remove: { role: "publisher" },
};

/** Collections in which writers may not create entries; some are only for administrators. */
const collectionRules: Readonly<
	Record<Collection, { readonly writers: boolean; readonly only?: Role; readonly needsAll: boolean }>
> = {
	articles: { writers: true, needsAll: false },
	pages: { writers: false, needsAll: true },
	"official-documents": { writers: true, needsAll: false },
	events: { writers: false, needsAll: false },
	schedules: { writers: true, needsAll: false },
	units: { writers: false, needsAll: true },
	people: { writers: false, needsAll: true },
	questions: { writers: true, needsAll: false },
	banners: { writers: false, needsAll: true },
	authors: { writers: false, needsAll: false },
	tags: { writers: false, needsAll: false },
	committees: { writers: false, only: "administrator", needsAll: true },
	site: { writers: false, only: "administrator", needsAll: true },
};

const included: Readonly<Record<Role, readonly Role[]>> = {
	writer: ["writer"],
	editor: ["writer", "editor"],
	publisher: ["writer", "editor", "publisher"],
	administrator: ["administrator"],
};

/** Why a person may not do something; undefined if they may. */
export function refusalOf(action: Action, situation: Situation, person: Person): Refusal | undefined {
	const isPending = situation.state !== "published";
	if (action === "discard" && !(isPending && situation.isPublished)) return "nothingPending";
	if ((action === "withdraw" || action === "republish") && situation.isWithdrawn === (action === "withdraw"))
		return "step";
	if (action === "withdraw" && (!situation.isPublished || situation.collection !== "articles")) return "step";
	const rule = collectionRules[situation.collection];
	const need = needsOf(action, situation);
	const roles = [
		need.role,
		...(need.owner && rule.writers && isOwn(action, situation, person) ? ["writer"] : []),
	];
	const grants = person.roles.filter((grant) =>
		rule.only ? grant.role === rule.only : included[grant.role].some((role) => roles.includes(role)),
	);
	if (grants.length === 0) return "role";
	const isReached = grants.some((grant) => reaches(grant, situation, action, person, rule.needsAll));
	return isReached ? undefined : "committee";
}

/**
 * The action with which a person brings an entry into a state.
 *
 * @param options `at`: whether a moment for publishing is given; `reason`: whether there is one
 */
export function stepTo(
	to: StateTarget,
	situation: Situation,
	person: Person,
	options: { readonly at: boolean; readonly reason: boolean },
): { readonly action: Step; readonly refusal?: never } | { readonly refusal: Refusal } {
	const isMoment = options.at && situation.state !== "published" && (to === "approved" || to === "published");
	const actions: readonly Step[] = isMoment ? ["schedule"] : (steps[situation.state][to] ?? []);
	let refusal: Refusal = "step";
	for (const action of actions) {
		const own = refusalOf(action, situation, person);
		if (own !== undefined) {
			refusal = own;
			continue;
		}
		if ((action === "return" || action === "withdraw") && !options.reason) {
			// Taking back one's own text needs no reason.
			refusal = "reason";
			if (action === "return" && isOwn("takeBack", situation, person)) return { action: "takeBack" };
			return { refusal };
		}
		return { action };
	}
	return { refusal };
}

/** The states into which a person may bring an entry. */
export function targetsOf(situation: Situation, person: Person): StateTarget[] {
	const targets = Object.keys(steps[situation.state]) as StateTarget[];
	return targets.filter(
		(to) => stepTo(to, situation, person, { at: false, reason: true }).refusal === undefined,
	);
}

/** The state of a text after a change: an approved text needs approval again. */
export function stateAfterEdit(state: EntryState): "writing" | "review" {
	return state === "approved" || state === "review" ? "review" : "writing";
}

function needsOf(action: Action, { isPublished }: Situation): { readonly role: Role; readonly owner?: true } {
	return action === "remove" && !isPublished ? { role: "editor", owner: true } : needs[action];
}

/** Whether the revision is the person's. Without a revision, editing starts one of their own. */
function isOwn(action: Action, { owner }: Situation, person: Person): boolean {
	return owner === undefined ? action !== "remove" : owner === person.id;
}

function reaches(
	grant: RoleGrant,
	situation: Situation,
	action: Action,
	{ id }: Person,
	needsAll: boolean,
): boolean {
	if (grant.committees === "all") return true;
	if (needsAll) return false;
	if (situation.collection !== "articles") return true;
	const { committees } = situation;
	// A text without a committee belongs only to its writer until it is sent for review.
	if (committees.length === 0) {
		return situation.owner !== undefined
			? situation.owner === id && (action === "edit" || action === "takeBack" || action === "remove")
			: action === "edit" && !situation.isPublished;
	}
	return committees.every((committee) => grant.committees.includes(committee));
}
