import { fieldValues } from "../../model/field-values.ts";
import type { Slug } from "../../model/ids.ts";
import { isRecordCollection, recordNames } from "../../model/record-names.ts";
import { recordCollections } from "../../model/records.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";
import { isArticleThere, similarArticle } from "./related.ts";

/** Finds references from and to records whose targets have no file. */
export const checkRecords: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	for (const name of recordNames) {
		for (const { file, fields } of context.records[name].values()) {
			for (const { path, hints, value } of fieldValues(recordCollections[name].schema, fields)) {
				const of = hints.refersTo;
				if (of === "articles" && !isArticleThere(value, context)) {
					const wording = strings.relatedMissing(value, similarArticle(value, context));
					problems.push(problemAt(context, file, path, wording));
				}
				if (of === undefined || !isRecordCollection(of)) continue;
				const known = context.records[of];
				if (known.has(value as Slug)) continue;
				const wording = strings.unknownRecord(of, value, nearest(value, known.keys()));
				problems.push(problemAt(context, file, path, wording));
			}
		}
	}
	for (const { file, fields } of context.articles.values()) {
		const { event } = fields;
		const { events } = context.records;
		if (event === undefined || events.has(event)) continue;
		const wording = strings.unknownRecord("events", event, nearest(event, events.keys()));
		problems.push(problemAt(context, file, ["event"], wording));
	}
	return problems;
};
