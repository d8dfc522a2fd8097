import { describe, expect, test } from "vitest";
import { asIsoDateTime, asSlug } from "../../../model/ids.ts";
import { mostQuestionsOfPage } from "../../../model/question.ts";
import type { PlanContext } from "../../plan/context.ts";
import type { QuestionsView } from "../../views.ts";
import { questionPages } from "./plan.ts";

interface Asked {
	readonly topic?: string;
	readonly order?: number;
	readonly date?: string;
}

/** The pages of questions `q0`, `q1` and so on. */
function pagesOf(asked: readonly Asked[]) {
	const questions = new Map(
		asked.map(({ date = "2026-11-01", ...fields }, at) => {
			const id = asSlug(`q${at}`);
			return [
				id,
				{ id, question: `Hỏi ${at}?`, answer: "Đáp.", date, documents: [], articles: [], ...fields },
			] as const;
		}),
	);
	const portal = {
		now: asIsoDateTime("2026-11-22T08:00:00+07:00"),
		records: { questions, "official-documents": new Map() },
	};
	const context = { portal, index: { byId: new Map() } } as unknown as PlanContext;
	return [...questionPages(context)].map(({ address, view }) => ({ address, ...(view() as QuestionsView) }));
}

describe("questionPages", () => {
	test("has none where the office has no questions", () => {
		expect(pagesOf([])).toEqual([]);
	});

	test("puts topics by the alphabet, those without one last, and questions in the office's order, then newest first", () => {
		const [page, ...others] = pagesOf([
			{},
			{ topic: "Đất đai", date: "2026-01-01" },
			{ topic: "Đất đai", date: "2026-05-01" },
			{ topic: "ĐẤT ĐAI", order: 1, date: "2020-01-01" },
			{ topic: "Chính sách" },
		]);
		expect(others).toEqual([]);
		expect(
			page?.topics.map(({ label, slug, questions }) => [label, slug, questions.map(({ id }) => id)]),
		).toEqual([
			["Chính sách", "chinh-sach", ["q4"]],
			["Đất đai", "dat-dai", ["q3", "q2", "q1"]],
			[undefined, "khac", ["q0"]],
		]);
	});

	test("gives topics pages of their own once there are too many questions for one", () => {
		const asked = Array.from({ length: mostQuestionsOfPage + 1 }, (_, at) => ({
			topic: at % 2 === 0 ? "Một" : "Hai",
		}));
		expect(pagesOf(asked.slice(1)).map(({ address }) => address)).toEqual(["/hoi-dap/"]);
		const pages = pagesOf(asked);
		expect(pages.map(({ address }) => address)).toEqual(["/hoi-dap/", "/hoi-dap/hai/", "/hoi-dap/mot/"]);
		expect(pages[0]?.topics.map(({ address }) => address)).toEqual(["/hoi-dap/hai/", "/hoi-dap/mot/"]);
		expect(pages[1]?.topics).toHaveLength(1);
	});
});
