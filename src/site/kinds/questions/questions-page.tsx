import { renderMarkdown } from "../../../content/markdown/render-markdown.ts";
import { say, sayDay } from "../../../messages/index.ts";
import { recordsAddresses } from "../../../model/addresses.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { Prose } from "../../components/prose.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { QuestionsView, QuestionTopicView, QuestionView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** With fewer questions the page needs no list of them above the answers. */
const leastOfContents = 4;

/** Questions by topic, each with its answer in sight, so that a browser finds and prints all of them without a script. */
export function QuestionsPage({ view, site }: PageProps<QuestionsView>) {
	const { isOneTopic = false, topics } = view;
	const count = topics.reduce((sum, { questions }) => sum + questions.length, 0);
	return (
		<div class="questions-page">
			<header>
				<Breadcrumb
					site={site}
					links={
						isOneTopic ? [{ label: say(site, "questions.title"), address: recordsAddresses.questions }] : []
					}
				/>
				<h1>{titleOf(view, site)}</h1>
			</header>
			{count >= leastOfContents && topics.every(({ address }) => address === undefined) && (
				<nav class="questions-page-contents" aria-label={say(site, "questions.contents")}>
					{topics.map((topic) => (
						<>
							{!isOneTopic && topics.length > 1 && <p>{labelOf(topic, site)}</p>}
							<ul>
								{topic.questions.map(({ id, question }) => (
									<li>
										<a href={`#${id}`}>{question}</a>
									</li>
								))}
							</ul>
						</>
					))}
				</nav>
			)}
			{topics.length > 1 && topics.every(({ address }) => address !== undefined) && (
				<nav class="questions-page-contents" aria-label={say(site, "questions.topics")}>
					<p>{say(site, "questions.topics")}</p>
					<ul class="questions-page-topics">
						{topics.map((topic) => (
							<li>
								<a href={topic.address}>{labelOf(topic, site)}</a>
							</li>
						))}
					</ul>
				</nav>
			)}
			{topics.map((topic) =>
				isOneTopic || (topics.length === 1 && topic.label === undefined) ? (
					topic.questions.map((question) => <Question site={site} question={question} level={2} />)
				) : (
					<section class="questions-page-topic">
						<h2 class="section-heading">
							{topic.address ? <a href={topic.address}>{labelOf(topic, site)}</a> : labelOf(topic, site)}
						</h2>
						{topic.address ? (
							<ul class="questions-page-of-topic">
								{topic.questions.map(({ id, question }) => (
									<li id={id}>
										<a href={`${topic.address}#${id}`}>{question}</a>
									</li>
								))}
							</ul>
						) : (
							topic.questions.map((question) => <Question site={site} question={question} level={3} />)
						)}
					</section>
				),
			)}
		</div>
	);
}

interface QuestionProps extends SiteProps {
	readonly question: QuestionView;
	readonly level: 2 | 3;
}

function Question({ site, question: view, level }: QuestionProps) {
	const Heading: "h2" | "h3" = `h${level}`;
	const { id, question, answer, answeredBy, date, documents, articles } = view;
	return (
		<article class="questions-page-question" id={id}>
			<Heading>
				<a href={`#${id}`}>{question}</a>
			</Heading>
			<Prose html={renderMarkdown(answer, { messages: site.messages, below: level })} />
			{documents.length + articles.length > 0 && (
				<>
					<p class="questions-page-see">{say(site, "questions.see")}</p>
					<ul>
						{documents.map(({ address, kind, number, summary }) => (
							<li>
								<a href={address}>
									{say(site, "officialDocument.heading", {
										kind: say(site, `officialDocumentKind.${kind}`),
										number,
									})}
									: {summary}
								</a>
							</li>
						))}
						{articles.map(({ address, label }) => (
							<li>
								<a href={address}>{label}</a>
							</li>
						))}
					</ul>
				</>
			)}
			<p class="questions-page-by">
				{answeredBy && `${answeredBy} · `}
				<time datetime={date}>{say(site, "questions.answered", { day: sayDay(site, date) })}</time>
			</p>
		</article>
	);
}

function labelOf({ label }: QuestionTopicView, site: SiteView): string {
	return label ?? say(site, "questions.other");
}

function titleOf({ isOneTopic, topics: [topic] }: QuestionsView, site: SiteView): string {
	return isOneTopic && topic
		? say(site, "questions.titleOf", { topic: labelOf(topic, site) })
		: say(site, "questions.title");
}

declare module "../../views.ts" {
	interface PageViews {
		questions: QuestionsView;
	}
}

export const page = pageKind("questions", {
	component: QuestionsPage,
	title: (view, site) => ({
		title: titleOf(view, site),
		description: say(site, "questions.description", { organisation: site.organisation }),
	}),
});
