import type { FinderDocument } from "./document.ts";
import type { FinderHit } from "./finder.ts";
import { FinderError } from "./finder.ts";

/** Fields that are texts by themselves, in the order of a file. */
type Row = [string, string, string, string, string, string, string];

/** What readers are shown of some documents, as one small file. */
export async function packDocuments(documents: readonly FinderDocument[]): Promise<Uint8Array> {
	const rows = documents.map(
		({ address, title, date, lead, picture = "", committee, province }): Row => [
			address,
			title,
			date,
			lead,
			picture,
			committee?.name ?? "",
			province?.name ?? "",
		],
	);
	return await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(rows)));
}

/** @throws FinderError where the file makes no sense */
export async function unpackDocuments(content: Uint8Array): Promise<FinderHit[]> {
	let rows: Row[];
	try {
		const bytes = await through(new DecompressionStream("deflate-raw"), content);
		rows = JSON.parse(new TextDecoder().decode(bytes)) as Row[];
	} catch (error) {
		throw new FinderError("The shown fields cannot be read", { cause: error });
	}
	return rows.map(([address, title, date, lead, picture, committee, province]) => ({
		address,
		title,
		date,
		lead,
		...(picture !== "" && { picture }),
		...(committee !== "" && { committee }),
		...(province !== "" && { province }),
	}));
}

async function through(
	stream: CompressionStream | DecompressionStream,
	bytes: Uint8Array,
): Promise<Uint8Array> {
	const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(body).arrayBuffer());
}
