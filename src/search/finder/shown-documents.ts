import { excerpt } from "../../text/excerpt.ts";
import { slugify } from "../../text/slugify.ts";
import type { FinderDocument } from "./document.ts";
import type { FinderHit } from "./finder.ts";
import { FinderError } from "./finder.ts";
import { decodeText } from "./text-coder.ts";

/** Number of fields in a row; they are separated by tabs. */
const fieldCount = 7;

/** Maximum characters of a lead that readers are shown. */
const shownLead = 180;

/** Precedes the date by which an undated document is sorted. */
const undatedMark = "~";

/** The shown fields of some documents, as the text of one small file. */
export function packDocuments(documents: readonly FinderDocument[]): string {
	const rows = documents.map(({ address, title, date, undated, lead, picture, committee, province }) => {
		const own = onOneLine(title);
		return [
			own,
			excerpt(lead, shownLead),
			undated ? undatedMark + date : date,
			address === guessAddress(own, date) ? "" : address,
			picture ?? "",
			onOneLine(committee?.name ?? ""),
			onOneLine(province?.name ?? ""),
		].join("\t");
	});
	return rows.join("\n");
}

/**
 * Reads the coded text that `packDocuments` made.
 *
 * @throws FinderError if it makes no sense
 */
export function unpackDocuments(content: Uint8Array): FinderHit[] {
	return decodeText(content)
		.split("\n")
		.map((row) => {
			const fields = row.split("\t");
			const [title = "", lead = "", moment = "", address, picture, committee, province] = fields;
			if (fields.length !== fieldCount) throw new FinderError("Other fields");
			const undated = moment.startsWith(undatedMark);
			const date = undated ? moment.slice(1) : moment;
			return {
				address: address || guessAddress(title, date),
				title,
				date,
				...(undated && { undated }),
				lead,
				...(picture && { picture }),
				...(committee && { committee }),
				...(province && { province }),
			};
		});
}

/** The address that most documents have. It is stored only if it differs. */
function guessAddress(title: string, date: string): string {
	return `/${date.slice(0, 10).replaceAll("-", "/")}/${slugify(title)}.html`;
}

function onOneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
