import { questionTopicAddress, recordsAddresses } from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import { mostQuestionsOfPage, slugOfTopic } from "../../../model/question.ts";
import type { RecordOf } from "../../../model/records.ts";
import { compareVietnamese } from "../../../text/index.ts";
import { visible } from "../../plan/archive-index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { groupBy } from "../../plan/group-by.ts";
import { documentLink } from "../../plan/official-documents.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { QuestionTopicView, QuestionView } from "../../views.ts";

type Question = RecordOf<"questions">;

/** The page of all questions and, if there are too many for one page, a page for each topic. None without questions. */
export function* questionPages(context: PlanContext): Generator<Output> {
	const questions = context.portal.records.questions;
	if (questions.size === 0) return;
	const hasPages = questions.size > mostQuestionsOfPage;
	const topics = topicsOf(questions.values());
	yield output("questions", recordsAddresses.questions, () => ({
		topics: topics.map((topic) => ({
			...topicView(context, topic),
			...(hasPages && { address: questionTopicAddress(topic.slug) }),
		})),
	}));
	if (!hasPages) return;
	for (const topic of topics) {
		yield output("questions", questionTopicAddress(topic.slug), () => ({
			isOneTopic: true,
			topics: [topicView(context, topic)],
		}));
	}
}

interface Topic {
	readonly label?: string;
	readonly slug: string;
	readonly questions: readonly Question[];
}

/** By the Vietnamese alphabet; questions without a topic come last. */
function topicsOf(questions: Iterable<Question>): Topic[] {
	return [...groupBy(questions, ({ topic }) => slugOfTopic(topic))]
		.map(([slug, own]) => ({
			slug,
			...optional("label", own.find(({ topic }) => topic !== undefined)?.topic),
			questions: own.sort(compareQuestions),
		}))
		.sort((one, other) =>
			one.label === undefined || other.label === undefined
				? Number(one.label === undefined) - Number(other.label === undefined)
				: compareVietnamese(one.label, other.label),
		);
}

/** In the office's order, then the newest first. */
function compareQuestions(one: Question, other: Question): number {
	const [first, second] = [one.order ?? Number.POSITIVE_INFINITY, other.order ?? Number.POSITIVE_INFINITY];
	if (first !== second) return first - second;
	if (one.date !== other.date) return one.date > other.date ? -1 : 1;
	return one.id < other.id ? -1 : 1;
}

function topicView(context: PlanContext, { questions, ...topic }: Topic): QuestionTopicView {
	return { ...topic, questions: questions.map((question) => questionView(context, question)) };
}

function questionView({ portal, index }: PlanContext, question: Question): QuestionView {
	const documents = portal.records["official-documents"];
	return {
		id: question.id,
		...asWritten("question", question),
		documents: question.documents.flatMap((id) => {
			const document = documents.get(id);
			return document ? [documentLink(document)] : [];
		}),
		articles: visible(question.articles.flatMap((id) => index.byId.get(id) ?? [])).map(({ article }) => ({
			label: article.title,
			address: article.address,
		})),
	};
}
