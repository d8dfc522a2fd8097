/** The office's records in an archive: official documents of the period, the organisation, questions and answers. */
import { raw } from "hono/html";
import { type Speaking, say, sayMonthInSentence } from "../messages/index.ts";
import { recordAddress, recordsAddresses, recordYearAddress } from "../model/addresses.ts";
import { asIsoDateTime, type UrlPath } from "../model/ids.ts";
import { Breadcrumb } from "../site/components/breadcrumb.tsx";
import { OfficialDocumentList } from "../site/components/official-document-list.tsx";
import {
	headingOf,
	OfficialDocument as OfficialDocumentText,
} from "../site/kinds/official-document/official-document-page.tsx";
import { officialDocumentPages } from "../site/kinds/official-document/plan.ts";
import { OrganisationPage } from "../site/kinds/organisation/organisation-page.tsx";
import { organisationPages } from "../site/kinds/organisation/plan.ts";
import { questionPages } from "../site/kinds/questions/plan.ts";
import { QuestionsPage } from "../site/kinds/questions/questions-page.tsx";
import { unitPages } from "../site/kinds/unit/plan.ts";
import { UnitPage } from "../site/kinds/unit/unit-page.tsx";
import type { PlanContext } from "../site/plan/context.ts";
import { documentLine, laterDocuments, type OfficialDocument } from "../site/plan/official-documents.ts";
import type {
	OfficialDocumentLineView,
	OfficialDocumentView,
	OrganisationView,
	QuestionsView,
	UnitView,
} from "../site/views.ts";
import { type ArchiveFile, type ArchiveMeans, pageFile, relocationOf } from "./archive-file.ts";
import { type DocumentYear, ownPaths } from "./layout.ts";
import { type Relocation, relocate } from "./relocate.ts";

export function* recordFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	yield* documentFiles(means);
	yield* organisationFiles(means);
	yield* questionFile(means);
}

/** An official document as an archive shows it. */
export interface ArchivedDocument {
	readonly address: UrlPath;
	readonly heading: string;
	readonly view: OfficialDocumentView;
}

/**
 * Official documents as an archive shows them. Each names later documents that replace or amend it, in the
 * archive or not. Whether it holds is not said, only the days from and until which it does: an archive does not change
 * as time passes.
 */
export function archivedDocuments(
	{ archive: { site }, context, portal }: Pick<ArchiveMeans, "archive" | "context" | "portal">,
	documents: readonly OfficialDocument[],
): ArchivedDocument[] {
	const views = new Map(
		[...officialDocumentPages(amongAll({ context, portal }))].map(({ address, view }) => [address, view]),
	);
	return documents.flatMap(({ id }) => {
		const address = recordAddress("official-documents", id);
		const made = views.get(address)?.() as OfficialDocumentView | undefined;
		if (!made) return [];
		const { state: _, files, ...view } = made;
		const shown = { ...view, files: files.map(({ preview: __, ...file }) => file) };
		return [{ address, heading: headingOf(shown, site), view: shown }];
	});
}

/** The archive's context with every official document of the portal. */
function amongAll({ context, portal }: Pick<ArchiveMeans, "context" | "portal">): PlanContext {
	const all = portal.records["official-documents"];
	return {
		...context,
		portal: { ...context.portal, records: { ...context.portal.records, "official-documents": all } },
	};
}

/**
 * A document's markup with relocated addresses. The lists of its kind, issuer and subject are on the site alone, so
 * their names are plain text.
 */
function documentMarkup(
	{ archive: { site } }: Pick<ArchiveMeans, "archive">,
	{ address, view }: ArchivedDocument,
	relocation: Relocation,
): string {
	const { year: _, ...lists } = view.lists;
	const onSiteAlone = new Set<string>(Object.values(lists));
	const url = `${site.url}${address}`;
	const content = (
		<OfficialDocumentText site={site} view={view}>
			<p class="offline-online">
				{say(site, "offline.online")}:{" "}
				<a href={url} data-online="" rel="external noopener">
					{url}
				</a>
			</p>
		</OfficialDocumentText>
	);
	return relocate(String(content), {
		...relocation,
		unlinked: (target) => onSiteAlone.has(target) || relocation.unlinked?.(target) === true,
	});
}

/** The same among other documents of a file. */
export function documentSection(
	means: Pick<ArchiveMeans, "archive">,
	document: ArchivedDocument,
	relocation: Relocation,
): string {
	const { anchor = "" } = relocation.placeOf(document.address) ?? {};
	const markup = documentMarkup(means, document, {
		...relocation,
		idPrefix: `${anchor}-`,
		headingShift: 1,
	});
	return markup.replace("<article ", `<article id="${anchor}" `);
}

function* documentFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, layout } = means;
	const { site } = archive;
	if (layout.documents.length === 0) return;
	const title = say(site, "officialDocuments.title");
	yield pageFile(
		means,
		ownPaths.documents,
		{ title, isList: true },
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={site} links={[]} />
				<h1>{title}</h1>
			</header>
			<ul class="offline-links">
				{layout.documents.map(({ year, documents: { length } }) => (
					<li>
						<a href={yearAddress(year)}>{say(site, "year.year", { year })}</a>{" "}
						<span class="offline-count">{say(site, "offline.documentCount", { count: length })}</span>
					</li>
				))}
			</ul>
		</div>,
	);
	for (const ofYear of layout.documents) yield* yearOfDocuments(means, ofYear);
}

function yearAddress(year: string): UrlPath {
	return recordYearAddress(recordsAddresses["official-documents"], year);
}

/**
 * The title of a list of official documents.
 * @param period `2026` or `2026-11`
 */
export function titleOfDocuments(speaking: Speaking, period: string): string {
	return period.length === "yyyy".length
		? say(speaking, "officialDocuments.titleOfYear", { year: period })
		: say(speaking, "offline.documentsOfMonth", { month: sayMonthInSentence(speaking, period) });
}

/** The list of a year, and its documents: below it, in a file for each month, or each in its own. */
function* yearOfDocuments(
	means: ArchiveMeans,
	{ year, path, documents, months }: DocumentYear,
): Generator<ArchiveFile> {
	const { archive, layout } = means;
	const { site } = archive;
	const title = titleOfDocuments(site, year);
	const above = {
		label: say(site, "officialDocuments.title"),
		address: recordsAddresses["official-documents"],
	};
	const { single } = layout;
	const documentsIn = (file: string, own: readonly OfficialDocument[]) => (
		<div class="offline-documents">
			{archivedDocuments(means, own).map((document) =>
				raw(documentSection(means, document, relocationOf(means, file))),
			)}
		</div>
	);
	yield pageFile(
		means,
		path,
		{ title, isList: single || months.length > 0 },
		<div class="list-page">
			<header class="list-page-header">
				<Breadcrumb site={site} links={[above]} />
				<h1>{title}</h1>
			</header>
			<OfficialDocumentList site={site} documents={documents.map((document) => lineOf(means, document))} />
			{!single && months.length === 0 && documentsIn(path, documents)}
		</div>,
	);
	if (single) {
		for (const document of archivedDocuments(means, documents)) {
			const own = layout.placeOf(document.address)?.path;
			if (own === undefined) continue;
			yield pageFile(
				means,
				own,
				{ title: document.heading },
				raw(documentMarkup(means, document, relocationOf(means, own))),
			);
		}
		return;
	}
	for (const { path: file, period, documents: own } of months) {
		const heading = titleOfDocuments(site, period);
		yield pageFile(
			means,
			file,
			{ title: heading },
			<div class="list-page">
				<header class="list-page-header">
					<Breadcrumb
						site={site}
						links={[above, { label: say(site, "year.year", { year }), address: yearAddress(year) }]}
					/>
					<h1>{heading}</h1>
				</header>
				{documentsIn(file, own)}
			</div>,
		);
	}
}

function lineOf(means: ArchiveMeans, document: OfficialDocument): OfficialDocumentLineView {
	const { ended: _, ...line } = documentLine(means.context, document);
	const isReplaced = laterDocuments(means).replacedBy.has(document.id);
	return isReplaced ? { ...line, ended: "replaced" } : line;
}

/** The office as it was on the day up to which the archive tells, or on its last day. */
function* organisationFiles(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, context, layout } = means;
	const { site, edition, until } = archive;
	const day = until !== undefined && until < edition.day ? until : edition.day;
	const then: PlanContext = {
		...context,
		portal: { ...context.portal, now: asIsoDateTime(`${day}T23:59:59+07:00`) },
	};
	for (const { address, view } of organisationPages(then)) {
		yield pageFile(
			means,
			ownPaths.organisation,
			{ title: say(site, "organisation.title") },
			<OrganisationPage view={view() as OrganisationView} site={site} address={address} bodyHtml="" />,
		);
	}
	for (const { address, view: make } of unitPages(then)) {
		const view = make() as UnitView;
		const path = layout.placeOf(address)?.path;
		if (path === undefined) continue;
		yield pageFile(
			means,
			path,
			{ title: view.name },
			<UnitPage view={view} site={site} address={address} bodyHtml="" />,
		);
	}
}

/** All questions with their answers, whatever their number. */
function* questionFile(means: ArchiveMeans): Generator<ArchiveFile> {
	const { archive, context } = means;
	const [landing] = questionPages(context);
	if (!landing) return;
	const { topics } = landing.view() as QuestionsView;
	const view = { topics: topics.map(({ address: _, ...topic }) => topic) };
	yield pageFile(
		means,
		ownPaths.questions,
		{ title: say(archive.site, "questions.title") },
		<QuestionsPage view={view} site={archive.site} address={landing.address} bodyHtml="" />,
	);
}
