import { expect, test } from "vitest";
import { asIsoDay, asUrlPath } from "../../../model/ids.ts";
import { sampleSite } from "../../components/sample-views.ts";
import { QuestionsPage } from "./questions-page.tsx";

test("where topics have pages of their own, the page of all begins with a way to each of them", () => {
	const topics = ["Đất đai", "Tiếp công dân"].map((label, at) => ({
		label,
		slug: `t${at}`,
		address: asUrlPath(`/hoi-dap/t${at}/`),
		questions: [
			{
				id: `q${at}`,
				question: "Hỏi gì?",
				answer: "Đáp.",
				date: asIsoDay("2026-11-01"),
				documents: [],
				articles: [],
			},
		],
	}));
	const html = String(
		<QuestionsPage view={{ topics }} site={sampleSite} address={asUrlPath("/hoi-dap/")} bodyHtml="" />,
	);
	expect([...html.matchAll(/<a href="(\/hoi-dap\/[^"]+)"/g)].map(([, address]) => address)).toEqual([
		"/hoi-dap/t0/",
		"/hoi-dap/t1/",
		"/hoi-dap/t0/",
		"/hoi-dap/t0/#q0",
		"/hoi-dap/t1/",
		"/hoi-dap/t1/#q1",
	]);
});
