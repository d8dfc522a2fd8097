import { articleAddress } from "../../model/addresses.ts";
import type { ArticleId } from "../../model/ids.ts";
import { groupBy } from "../../site/plan/group-by.ts";
import { fold, toVietnamMoment } from "../../text/index.ts";
import type { LastDecision, StoredComment } from "../../voice/comments/comments.ts";
import { sectionAddresses } from "../messages.ts";
import { byArticle } from "../moderation.ts";
import type { Person } from "../people.ts";
import { shortMoment } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { commentStrings as strings } from "./strings.ts";

export const commentTabs = ["waiting", "approved", "rejected", "removed"] as const;
export type CommentTab = (typeof commentTabs)[number];

export interface CommentsPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly tab: CommentTab;
	readonly comments: readonly StoredComment[];
	readonly titles: ReadonlyMap<ArticleId, string>;
	/** Published comments. */
	readonly published: ReadonlyMap<ArticleId, readonly StoredComment[]>;
	/** Words to watch. */
	readonly words: readonly string[];
	/** Whether the site takes comments. */
	readonly isOn: boolean;
	/** What the person decided last. */
	readonly last: LastDecision | undefined;
	readonly said: Said | undefined;
}

/** The queue of readers' comments, with equal ones grouped. */
export function CommentsPage({ person, local, last, said, ...queue }: CommentsPageProps) {
	const { tab, comments, words, isOn } = queue;
	const address = `${sectionAddresses.comments}?xem=${tab}`;
	return (
		<Layout title={strings.title} person={person} local={local} section="comments">
			<h1>{strings.title}</h1>
			<SaidNotices said={said} />
			{last && (
				<form method="post" action={address} class="desk-form-inline" data-undo>
					<button class="desk-button" name="undo" value={last.ids.join(" ")} type="submit">
						{strings.undoLast[last.state](last.ids.length)}
					</button>
				</form>
			)}
			{!isOn && <p class="desk-empty">{strings.off}</p>}
			<nav class="desk-tabs" aria-label={strings.title}>
				<ul>
					{commentTabs.map((each) => (
						<li>
							<a
								href={`${sectionAddresses.comments}?xem=${each}`}
								aria-current={each === tab ? "page" : undefined}
							>
								{strings.tabs[each]}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{comments.length === 0 ? <p class="desk-empty">{strings.empty}</p> : <Queue {...queue} />}
			<form method="post" action={address} class="desk-form">
				<label>
					{strings.words}
					<textarea name="words" rows={4}>
						{words.join("\n")}
					</textarea>
					<small>{strings.wordsHint}</small>
				</label>
				<button class="desk-button" name="decision" value="words" type="submit">
					{strings.saveWords}
				</button>
			</form>
		</Layout>
	);
}

type QueueProps = Pick<CommentsPageProps, "tab" | "comments" | "titles" | "published" | "words">;

function Queue({ tab, comments, ...shown }: QueueProps) {
	return (
		<form method="post" action={`${sectionAddresses.comments}?xem=${tab}`} data-queue>
			{tab === "waiting" && (
				<>
					<p class="desk-hint">{strings.keys}</p>
					<label class="desk-check desk-choose-all" hidden>
						<input type="checkbox" data-choose-all="id" />
						{strings.selectAll}
					</label>
				</>
			)}
			<ol class="desk-lines">
				{groupsOf(comments).map((group) => (
					<CommentGroup group={group} tab={tab} {...shown} />
				))}
			</ol>
			{tab === "waiting" && (
				<fieldset class="desk-form-inline" aria-label={strings.chosen}>
					<label>
						{strings.reason}
						<select name="reason">
							{strings.reasons.map((reason, index) => (
								<option value={reason}>{`${index + 1}. ${reason}`}</option>
							))}
						</select>
					</label>
					<span>{strings.chosenNow}</span>
					<button class="desk-button" name="decision" value="approve" type="submit">
						{strings.approve}
					</button>
					<button class="desk-button" name="decision" value="reject" type="submit">
						{strings.reject}
					</button>
				</fieldset>
			)}
		</form>
	);
}

type GroupProps = Omit<QueueProps, "comments"> & { readonly group: readonly StoredComment[] };

function CommentGroup({ group, tab, titles, published, words }: GroupProps) {
	const [first] = group;
	if (!first) return null;
	const { article, text, decided, decider, reason } = first;
	const watched = watchedIn(group, words);
	const others = published.get(article) ?? [];
	const ids = group.map(({ id }) => id).join(" ");
	return (
		<li class="desk-comment" data-comment tabindex={-1}>
			<p class="desk-title">
				<a href={articleAddress(article)}>{titles.get(article) ?? article}</a>
			</p>
			{group.length > 1 && <p class="desk-facts">{strings.same(group.length)}</p>}
			<p class="desk-comment-text">{text}</p>
			<Senders comments={group.slice(0, sendersInSight)} />
			{group.length > sendersInSight && (
				<details>
					<summary>{strings.moreSenders(group.length - sendersInSight)}</summary>
					<Senders comments={group.slice(sendersInSight)} />
				</details>
			)}
			{watched.length > 0 && <p class="desk-watched">{strings.watched(watched.join(", "))}</p>}
			{decided !== null && (
				<p class="desk-facts">
					{strings.by(decider ?? "", shortMoment(toVietnamMoment(decided)))}
					{reason && ` · ${reason}`}
					{tab === "removed" && ` · ${strings.code(group.map(({ id }) => id).join(", "))}`}
				</p>
			)}
			{others.length > 0 && (
				<details>
					<summary>{strings.conversation(others.length)}</summary>
					{others.map((other) => (
						<blockquote>
							<p class="desk-comment-text">{other.text}</p>
							<p class="desk-facts">{strings.by(other.name, shortMoment(toVietnamMoment(other.at)))}</p>
						</blockquote>
					))}
				</details>
			)}
			<p class="desk-form-inline">
				{tab === "waiting" && (
					<label class="desk-check">
						<input type="checkbox" name="id" value={ids} />
						{strings.choose}
					</label>
				)}
				{buttonsOf[tab].map((decision) => (
					<button class="desk-button" name={decision} value={ids} type="submit">
						{strings[decision]}
					</button>
				))}
			</p>
		</li>
	);
}

/** The number of senders that are shown for a text that was sent many times. */
const sendersInSight = 3;

function Senders({ comments }: Pick<CommentsPageProps, "comments">) {
	return (
		<>
			{comments.map(({ name, at, email }) => (
				<p class="desk-facts">
					{strings.by(name, shortMoment(toVietnamMoment(at)))}
					{email && ` · ${strings.email(email)}`}
				</p>
			))}
		</>
	);
}

const buttonsOf = {
	waiting: ["approve", "reject"],
	approved: ["remove"],
	rejected: ["undo"],
	removed: ["undo"],
} as const;

/**
 * Equal texts about one article are one line of the queue, in the order of the first of them. The same text about other
 * articles follows directly.
 */
function groupsOf(comments: readonly StoredComment[]): readonly (readonly StoredComment[])[] {
	return [...groupBy(comments, ({ sameness }) => sameness).values()].flatMap((equal) => [
		...byArticle(equal).values(),
	]);
}

function watchedIn(group: readonly StoredComment[], words: readonly string[]): readonly string[] {
	const text = fold(group.map((each) => `${each.name}\n${each.text}`).join("\n")).toLowerCase();
	return words.filter((word) => text.includes(fold(word).toLowerCase()));
}
