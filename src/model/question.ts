import { z } from "zod";
import { slugify } from "../text/index.ts";
import { articleId, count, day, field, line, list, markdown, slug } from "./fields.ts";
import { strings } from "./strings.ts";

/** `content/questions/<id>.yml`: what people ask the office again and again, with its answer. */
export const questionSchema = z.strictObject({
	question: field(line(5, 200), strings.question.question),
	answer: field(markdown(1, 20_000), { ...strings.question.answer, control: "markdown" }),
	date: field(day(), { ...strings.question.date, control: "day" }),
	topic: field(line(2, 80), strings.question.topic).optional(),
	answeredBy: field(line(2, 160), strings.question.answeredBy).optional(),
	order: field(count(), strings.question.order).optional(),
	documents: field(list(slug(), 10), {
		...strings.question.documents,
		control: "reference",
		refersTo: "official-documents",
	}),
	articles: field(list(articleId(), 10), {
		...strings.question.articles,
		control: "reference",
		refersTo: "articles",
	}),
});

/** The most questions on one page. If there are more, each topic gets a page. */
export const mostQuestionsOfPage = 40;

/** The slug of a question's topic; questions without a topic share one. */
export function slugOfTopic(topic: string | undefined): string {
	return slugify(topic ?? "") || "khac";
}
