import { describe, expect, test } from "vitest";
import { asIsoDateTime } from "../src/model/ids.ts";
import { articleView, previewAddress } from "./article-view.ts";

const context = {
	authors: new Map([["lan-anh", "Lan Anh"]]),
	committees: new Map([["ban-dan-van", "Ban Dân vận"]]),
	pictureAddress: (path: string) => `blob:${path}`,
	now: asIsoDateTime("2026-11-22T09:00:00+07:00"),
};

describe("articleView", () => {
	test("makes a view of an empty form", () => {
		const { view, bodyHtml } = articleView({}, context);
		expect(view).toMatchObject({ title: "", date: context.now, authors: [], tags: [], readingMinutes: 1 });
		expect(view).not.toHaveProperty("picture");
		expect(view).not.toHaveProperty("province");
		expect(bodyHtml).toBe("");
	});

	test("shows names, and ids while the names are on their way", () => {
		const values = { author: ["lan-anh", "khach"], committee: "ban-dan-van", province: "binh-phuoc" };
		const { view } = articleView(values, context);
		expect(view.authors.map(({ label }) => label)).toEqual(["Lan Anh", "khach"]);
		expect(view.committee).toEqual({ label: "Ban Dân vận", address: "/ban/ban-dan-van/" });
		expect(view.province).toEqual({ label: "Bình Phước", address: "/tinh/binh-phuoc/" });
	});

	test("puts the moment into Vietnam's time, whatever the clock of the editor's machine", () => {
		const { view } = articleView({ date: "2026-11-21T20:30:00-05:00", updated: "" }, context);
		expect(view.date).toBe("2026-11-22T08:30:00+07:00");
		expect(view).not.toHaveProperty("updated");
	});

	test("finds the pictures of the article and of its body", () => {
		const body = '![Bà con](22-x/b.jpg "Buổi gặp | Lan Anh")\n';
		const { view, bodyHtml } = articleView({ image: { src: "22-x/a.jpg", alt: "A" }, body }, context);
		expect(view.picture).toMatchObject({ src: "blob:22-x/a.jpg", alt: "A" });
		expect(bodyHtml).toContain('src="blob:22-x/b.jpg"');
		expect(bodyHtml).toContain("Buổi gặp");
	});

	test("shows no HTML that somebody wrote", () => {
		expect(articleView({ body: "<script>alert(1)</script>" }, context).bodyHtml).not.toContain("<script");
	});
});

describe("previewAddress", () => {
	test.each([
		["2026/11/22-hoi-nghi", "/2026/11/22/hoi-nghi.html"],
		["", "/"],
	])("%s → %s", (slug, address) => {
		expect(previewAddress(slug)).toBe(address);
	});
});
