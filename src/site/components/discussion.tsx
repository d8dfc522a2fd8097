import { say, sayNumber } from "../../messages/index.ts";
import { longestComment, longestName } from "../../model/comment.ts";
import type { DiscussionView } from "../views.ts";
import { Moment } from "./moment.tsx";
import type { SiteProps } from "./site-props.ts";

export interface DiscussionProps extends SiteProps {
	readonly discussion: DiscussionView;
}

/**
 * What readers wrote about an article. Sorting, liking and writing need a script, `client/comments.ts`, which shows
 * their places; reading needs none.
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
					{comments.map(({ id, name, date, text }) => (
						<li id={`y-kien-${id}`} data-comment={id}>
							<p class="discussion-by">
								<b>{name}</b> <Moment site={site} at={date} format="day" />{" "}
								<Moment site={site} at={date} format="time" />
							</p>
							<p class="discussion-text">{text}</p>
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
		</section>
	);
}

function CommentForm({ site }: SiteProps) {
	return (
		<form class="discussion-form" data-comment-form hidden>
			<label>
				{say(site, "comments.text")}
				<textarea name="text" rows={4} required></textarea>
			</label>
			<output data-count data-most={longestComment}>
				0 / {longestComment} {say(site, "comments.characters")}
			</output>
			<label>
				{say(site, "comments.name")}
				<input name="name" autocomplete="name" maxlength={longestName} required />
			</label>
			<label>
				{say(site, "comments.email")}
				<input name="email" type="email" autocomplete="email" maxlength={200} />
			</label>
			<label class="discussion-trap" aria-hidden="true">
				{say(site, "comments.trap")}
				<input name="website" tabindex={-1} autocomplete="off" />
			</label>
			<label class="discussion-consent">
				<input name="consent" type="checkbox" required />
				<span>{say(site, "comments.consent")}</span>
			</label>
			<p>
				<button type="submit">{say(site, "comments.send")}</button>
			</p>
			<p
				role="status"
				data-said
				data-sending={say(site, "comments.sending")}
				data-sent={say(site, "comments.sent")}
				data-failed={say(site, "comments.failed")}
				data-taken-back={say(site, "comments.takenBack")}
			></p>
			<p data-take-back hidden>
				<button type="button">{say(site, "comments.takeBack")}</button>
			</p>
		</form>
	);
}
