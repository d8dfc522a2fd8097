import { expect, test } from "vitest";
import { asIsoDay, asUrlPath } from "../../../model/ids.ts";
import { sampleSite } from "../../components/sample-views.ts";
import type { OfficialDocumentView } from "../../views.ts";
import { OfficialDocument } from "./official-document-page.tsx";

const list = asUrlPath("/van-ban/");
const document: OfficialDocumentView = {
	number: "43-KH/TU",
	kind: "plan",
	date: asIsoDay("2026-11-16"),
	summary: "Tổng kết phong trào thi đua.",
	issuer: "Ban Dân vận",
	lists: { year: list, kind: list, issuer: list },
	files: [],
	replaces: [],
	amends: [],
	replacedBy: [],
	amendedBy: [],
};
const file = { address: asUrlPath("/van-ban/tep/ke-hoach.0a1b2c3d.pdf"), size: 42_000, format: "PDF" };

function textOf(changes: Partial<OfficialDocumentView>): string {
	const markup = String(<OfficialDocument site={sampleSite} view={{ ...document, ...changes }} />);
	return markup
		.replace(/<[^>]+>/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

test("a document that no longer holds says so once above its facts", () => {
	const text = textOf({ state: "expired", expires: asIsoDay("2026-11-20") });
	expect(text.slice(0, text.indexOf("Số, ký hiệu"))).toMatch(
		/thi đua\. Hết hiệu lực sau ngày 20\/11\/2026 $/,
	);
});

test("a file that the page shows has a drawn page with kind, number and day, and tells its pages", () => {
	expect(textOf({ files: [{ ...file, preview: true, pages: 3 }] })).toMatch(
		/Toàn văn PDF, \d+ KB, 3 trang Kế hoạch 43-KH\/TU 16\/11\/2026 PDF Xem ngay trên trang/,
	);
});

test("a file that the page does not show has no drawn page", () => {
	expect(textOf({ files: [{ ...file, title: "Phụ lục" }] })).toMatch(/Phụ lục PDF, \d+ KB$/);
});
