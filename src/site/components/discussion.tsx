import { say, sayNumber } from "../../messages/index.ts";
import { type Comment, longestComment } from "../../model/comment.ts";
import type { DiscussionView } from "../views.ts";
import { Moment } from "./moment.tsx";
import { ReaderForm } from "./reader-form.tsx";
import type { SiteProps } from "./site-props.ts";

export interface DiscussionProps extends SiteProps {
	readonly discussion: DiscussionView;
}

/**
 * Readers' comments on an article. Sorting, liking and writing need the script `client/comments.ts`, which shows their
 * controls. Reading needs none.
 */
export function Discussion({ site, discussion: { comments, isOpen } }: DiscussionProps) {
	return (
		<section class="discussion" id="y-kien" data-discussion>
			<h2 class="section-heading">
				{say(site, "comments.title")}
				{comments.length > 0 && <span class="discussion-count"> ({sayNumber(site, comments.length)})</span>}
			</h2>
			{comments.length > 1 && (
				<p class="discussion-order" data-order hidden>
					{say(site, "comments.order")}:
					<button type="button" data-by="date" aria-pressed="true">
						{say(site, "comments.byDate")}
					</button>
					<button type="button" data-by="likes" aria-pressed="false">
						{say(site, "comments.byLikes")}
					</button>
				</p>
			)}
			{comments.length > 0 && (
				<ol>
					{comments.map((comment) => (
						<li id={`y-kien-${comment.id}`} data-comment={comment.id}>
							<CommentBy site={site} comment={comment} />
							<p class="discussion-text">{comment.text}</p>
							<p hidden>
								<button type="button" data-like>
									{say(site, "comments.like")} <span data-likes></span>
								</button>
							</p>
						</li>
					))}
				</ol>
			)}
			{isOpen && <CommentForm site={site} />}
			<p data-take-back hidden>
				<button type="button">{say(site, "comments.takeBack")}</button>
			</p>
			<p
				role="status"
				data-taken-back={say(site, "comments.takenBack")}
				data-failed={say(site, "comments.notTakenBack")}
			></p>
		</section>
	);
}

/** Who wrote a comment, and when. */
export function CommentBy({
	site,
	comment: { name, date },
}: SiteProps & { readonly comment: Pick<Comment, "name" | "date"> }) {
	return (
		<p class="discussion-by">
			<b>{name}</b> <Moment site={site} at={date} format="day" />{" "}
			<Moment site={site} at={date} format="time" />
		</p>
	);
}

function CommentForm({ site }: SiteProps) {
	return (
		<ReaderForm
			site={site}
			kind="comment"
			labels={{
				text: say(site, "comments.text"),
				email: say(site, "comments.email"),
				send: say(site, "comments.send"),
			}}
			rows={4}
			longest={longestComment}
			said={{
				sent: say(site, "comments.sent"),
				failed: say(site, "comments.failed"),
			}}
		>
			<label class="reader-form-consent">
				<input name="consent" type="checkbox" required />
				<span>{say(site, "comments.consent")}</span>
			</label>
		</ReaderForm>
	);
}
