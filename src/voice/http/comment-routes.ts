/** Accepts readers' comments and returns them. */
import type { Hono } from "hono";
import { z } from "zod";
import { articleAddress, articleAt } from "../../model/addresses.ts";
import { longestComment, mostUnits } from "../../model/comment.ts";
import type { CommentRequest } from "../../model/comment-request.ts";
import {
	commentAddress,
	likeAddress,
	takeBackAddress,
	takeBackLink,
	voiceAddress,
	workAddress,
} from "../../model/voice-addresses.ts";
import { toVietnamDay } from "../../text/index.ts";
import { addComment, addLike, isApproved, takeBack } from "../comments/comments.ts";
import { newChallenge } from "../comments/work.ts";
import { closeDaysBefore, saltOf } from "../store/days.ts";
import { strings } from "../strings.ts";
import { readerDigest, visitDigest } from "../views/reader-digest.ts";
import { isRobot } from "../views/robots.ts";
import { Refusal } from "./refusal.ts";
import { boundedText, demandOwnOrigin } from "./request.ts";
import {
	demandFewer,
	demandProof,
	isFromRobot,
	jsonBody,
	maySendMail,
	readSender,
	senderFields,
} from "./sender.ts";
import type { VoiceOptions } from "./voice-options.ts";

/** How long a sender waits for the mail server, in milliseconds. */
const mailPatience = 4_000;
/** Bytes of a like: an address and an id. */
const longestLike = 1_000;

const commentRequest = z.strictObject({
	...senderFields(mostUnits.text),
	address: z.string().max(300),
	consent: z.boolean(),
	key: z.string().regex(/^[\w-]{20,64}$/),
}) satisfies z.ZodType<CommentRequest>;

const commentId = /^[a-z0-9]{12}$/;

const takeBackRequest = z.strictObject({
	id: z.string().regex(commentId),
	key: z.string().regex(/^[\w-]{20,64}$/),
});

/** Below the voice's address. */
function path(address: string): string {
	return address.slice(voiceAddress.length - 1);
}

export function addCommentRoutes(routes: Hono, options: VoiceOptions): void {
	const { db, articles, addressOf, clock, mailer, log } = options;

	routes.get(path(workAddress), async (context) =>
		context.json(await newChallenge(db, clock()), 200, { "Cache-Control": "no-store" }),
	);

	routes.post(path(commentAddress), async (context) => {
		await demandOwnOrigin(context, options);
		const sent = await jsonBody(context, commentRequest);
		const { article, title, ...comment } = await readComment(sent);
		await demandFewer(context, "comments", options);
		await demandProof(sent, options);
		if (isFromRobot(context, sent)) return context.json({ id: "x".repeat(12) }, 201);
		const id = await addComment(db, clock(), { article, ...comment, key: sent.key });
		if (id === undefined) throw new Refusal(503, strings.queueFull);
		if (comment.email !== null)
			await mailTakeBackLink(comment.email, title, articleAddress(article), id, sent.key);
		return context.json({ id }, 201);
	});

	routes.post(path(takeBackAddress), async (context) => {
		await demandOwnOrigin(context, options);
		const { id, key } = await jsonBody(context, takeBackRequest);
		await demandFewer(context, "takeBacks", options);
		if (!(await takeBack(db, id, key))) throw new Refusal(404, strings.unknown);
		return context.body(null, 204);
	});

	routes.post(path(likeAddress), async (context) => {
		await demandOwnOrigin(context, options);
		const [address = "", comment = ""] = (await boundedText(context, longestLike)).split("\n");
		const article = articleAt(address);
		if (!article || !commentId.test(comment) || !(await isApproved(db, article, comment)))
			throw new Refusal(404, strings.unknown);
		const agent = context.req.header("user-agent") ?? "";
		if (isRobot(agent)) return context.body(null, 204);
		await demandFewer(context, "likes", options);
		const day = `likes ${toVietnamDay(clock())}`;
		const salt = await saltOf(db, day, "likes");
		await closeDaysBefore(db, day, "likes");
		if (salt !== undefined) {
			const reader = readerDigest(salt, { address: addressOf(context), agent });
			const month = article.slice(0, "yyyy/mm".length).replace("/", "-");
			await addLike(db, day, month, comment, visitDigest(reader, `like ${comment}`));
		}
		return context.body(null, 204);
	});

	/** The comment has been taken, so what goes wrong here does not concern its sender. */
	async function mailTakeBackLink(to: string, title: string, address: string, id: string, key: string) {
		if (!mailer) return;
		try {
			const { url, name = "" } = await articles.site();
			if (url === undefined || !(await maySendMail(to, options))) return;
			const text = strings.takeBack.text(title, takeBackLink(url, address, id, key));
			const sending = mailer.send({ to, subject: strings.takeBack.subject(name), text });
			await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, mailPatience).unref())]);
		} catch (error) {
			log(`mail: ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	async function readComment(sent: CommentRequest) {
		const id = articleAt(sent.address);
		const article = id && (await articles.find(id));
		if (!article) throw new Refusal(404, strings.noArticle);
		if (!article.takesComments) throw new Refusal(403, strings.noComments);
		const { name, text, email } = readSender(sent, longestComment);
		if (!sent.consent) throw new Refusal(400, strings.noConsent);
		return { article: article.id, title: article.title, name, text, email };
	}
}
