/** The people at the desk, as rules and commits see them. Runs in browsers. */

/**
 * - `writer`: own drafts, and sending them for review.
 * - `editor`: what a writer may, others' drafts, approving and sending back.
 * - `publisher`: what an editor may, and publishing, scheduling, withdrawing, deleting.
 * - `administrator`: people, settings, committees, erasing. Nothing of the other three.
 */
export const roles = ["writer", "editor", "publisher", "administrator"] as const;

export type Role = (typeof roles)[number];

/** A role, for all committees or for some of them by their ids. */
export interface RoleGrant {
	readonly role: Role;
	readonly committees: "all" | readonly string[];
}

/** A signed-in person. */
export interface Person {
	/** Never changes and is never reused. */
	readonly id: string;
	/** The name in commits: `Nguyễn Văn An`. */
	readonly name: string;
	readonly email: string;
	readonly roles: readonly RoleGrant[];
}

/** Whether a person decides about readers' comments: those who may approve others' texts. */
export function maySeeComments({ roles }: Pick<Person, "roles">): boolean {
	return roles.some(({ role }) => role === "editor" || role === "publisher");
}
