import { expect, test } from "vitest";
import { packDocuments, unpackDocuments } from "../finder/shown-documents.ts";
import { encodeText } from "./encode-text.ts";

const document = {
	address: "/2017/07/13/chuyen-cu.html",
	title: "Chuyện cũ",
	date: "2017-07-13",
	lead: "Kể lại.",
	text: "",
	names: [],
};

test("an undated document is marked as such, and its address stays", () => {
	const [dated, undated] = unpackDocuments(
		encodeText(packDocuments([document, { ...document, undated: true }])),
	);
	expect(dated).toEqual({
		address: document.address,
		title: "Chuyện cũ",
		date: "2017-07-13",
		lead: "Kể lại.",
	});
	expect(undated).toEqual({ ...dated, undated: true });
});
