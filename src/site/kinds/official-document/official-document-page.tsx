import type { Child } from "hono/jsx";
import { say, sayBytes, sayDay } from "../../../messages/index.ts";
import { recordsAddresses } from "../../../model/addresses.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { OfficialDocumentLinkView, OfficialDocumentView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

export function OfficialDocumentPage({ view, site }: PageProps<OfficialDocumentView>) {
	const year = view.date.slice(0, 4);
	const links = [
		{ label: say(site, "officialDocuments.title"), address: recordsAddresses["official-documents"] },
		{ label: say(site, "year.year", { year }), address: view.lists.year },
	];
	return <OfficialDocument view={view} site={site} trail={<Breadcrumb site={site} links={links} />} />;
}

/** The facts of a document, whether it is in force, and its files. */
export function OfficialDocument({
	view,
	site,
	trail,
	children,
}: PartProps & {
	/** Shown above its heading. */
	readonly trail?: Child;
	/** Shown below its files. */
	readonly children?: Child;
}) {
	return (
		<article class="official-document-page">
			<header>
				{trail}
				<h1>{headingOf(view, site)}</h1>
				<p class="official-document-page-summary">{view.summary}</p>
			</header>
			<State site={site} view={view} />
			<div class="official-document-page-parts">
				<Facts site={site} view={view} />
				<Files site={site} view={view} />
			</div>
			{children}
		</article>
	);
}

type PartProps = SiteProps & { readonly view: OfficialDocumentView };

/** A notice that a document is no longer in force, or was amended. */
function State({ site, view }: PartProps) {
	const { state, replacedBy, amendedBy } = view;
	return (
		<>
			{replacedBy.length > 0 ? (
				<div class="official-document-page-warning">
					<p>{say(site, "officialDocument.replacedBy")}</p>
					<Documents site={site} documents={replacedBy} />
				</div>
			) : (
				(state === "expired" || state === "notYet") && (
					<p class="official-document-page-warning">
						{state === "expired" && view.expires ? (
							<>
								{say(site, "officialDocument.expires")}{" "}
								<time datetime={view.expires}>{sayDay(site, view.expires)}</time>
							</>
						) : (
							say(site, `officialDocument.state.${state}`)
						)}
					</p>
				)
			)}
			{amendedBy.length > 0 && (
				<div class="official-document-page-warning">
					<p>{say(site, "officialDocument.amendedBy")}</p>
					<Documents site={site} documents={amendedBy} />
				</div>
			)}
		</>
	);
}

function Documents({
	site,
	documents,
}: SiteProps & { readonly documents: readonly OfficialDocumentLinkView[] }) {
	return (
		<ul class="official-document-page-others">
			{documents.map((document) => (
				<li>
					<a href={document.address}>{headingOf(document, site)}</a>{" "}
					<time datetime={document.date}>{sayDay(site, document.date)}</time>
					<span>{document.summary}</span>
				</li>
			))}
		</ul>
	);
}

function Facts({ site, view }: PartProps) {
	const { signer, signerPost, subject, effective, expires, lists } = view;
	return (
		<dl class="official-document-page-facts">
			<Fact label={say(site, "officialDocument.number")}>
				<span class="whole long">{view.number}</span>
			</Fact>
			<Fact label={say(site, "officialDocuments.kind")}>
				<a href={lists.kind}>{say(site, `officialDocumentKind.${view.kind}`)}</a>
			</Fact>
			<Fact label={say(site, "officialDocument.date")}>
				<time datetime={view.date}>{sayDay(site, view.date)}</time>
			</Fact>
			{effective && (
				<Fact label={say(site, "officialDocument.effective")}>
					<time datetime={effective}>{sayDay(site, effective)}</time>
				</Fact>
			)}
			{expires && (
				<Fact label={say(site, "officialDocument.expires")}>
					<time datetime={expires}>{sayDay(site, expires)}</time>
				</Fact>
			)}
			{view.state && (
				<Fact label={say(site, "officialDocument.state")}>
					{say(site, `officialDocument.state.${view.state}`)}
				</Fact>
			)}
			<Fact label={say(site, "officialDocuments.issuer")}>
				<a href={lists.issuer}>{view.issuer}</a>
			</Fact>
			{(signer || signerPost) && (
				<Fact label={say(site, "officialDocument.signer")}>
					{signer}
					{signerPost && <span class="official-document-page-post">{signerPost}</span>}
				</Fact>
			)}
			{subject && lists.subject && (
				<Fact label={say(site, "officialDocuments.subject")}>
					<a href={lists.subject}>{subject}</a>
				</Fact>
			)}
			{(["replaces", "amends"] as const).map(
				(name) =>
					view[name].length > 0 && (
						<Fact label={say(site, `officialDocument.${name}`)}>
							<Documents site={site} documents={view[name]} />
						</Fact>
					),
			)}
		</dl>
	);
}

function Fact({ label, children }: { readonly label: string; readonly children?: unknown }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children as never}</dd>
		</div>
	);
}

/**
 * The files with their facts. A file that the page can show has a drawing of a first page with the document's head, as
 * no picture of it is made (docs/decisions.md). Its frame loads the file once it is opened, as browsers load no frame
 * in closed `<details>`.
 */
function Files({ site, view }: PartProps) {
	return (
		<section class="official-document-page-files">
			<h2>{say(site, "officialDocument.files")}</h2>
			{view.files.length === 0 && <p>{say(site, "officialDocument.noFile")}</p>}
			<ul>
				{view.files.map((file) => (
					<li class={file.preview && "official-document-page-shown"}>
						<a href={file.address} download="">
							{titleOf(file, site)}
						</a>{" "}
						<span class="attachment-list-size">
							{file.format}, {sayBytes(site, file.size)}
							{file.pages !== undefined && `, ${say(site, "officialDocument.pages", { count: file.pages })}`}
						</span>
						{file.preview && <Preview site={site} view={view} file={file} />}
					</li>
				))}
			</ul>
		</section>
	);
}

type DocumentFile = OfficialDocumentView["files"][number];

function titleOf({ title }: DocumentFile, site: SiteView): string {
	return title ?? say(site, "officialDocument.fullText");
}

function Preview({ site, view, file }: PartProps & { readonly file: DocumentFile }) {
	const title = titleOf(file, site);
	const sheet = `official-document-page-sheet${(file.pages ?? 1) > 1 ? " several" : ""}`;
	return (
		<details>
			<summary>
				<span class={sheet} aria-hidden="true">
					<b>{file.title ?? say(site, `officialDocumentKind.${view.kind}`)}</b>
					<span>{view.number}</span>
					<span>{sayDay(site, view.date)}</span>
					<i>{file.format}</i>
				</span>
				{say(site, "officialDocument.preview")}
				<span class="visually-hidden">: {title}</span>
			</summary>
			<iframe src={file.address} title={say(site, "officialDocument.previewOf", { title })} loading="lazy" />
		</details>
	);
}

/** "Kế hoạch số 43-KH/TU" */
export function headingOf(
	{ kind, number }: Pick<OfficialDocumentLinkView, "kind" | "number">,
	site: SiteView,
): string {
	return say(site, "officialDocument.heading", { kind: say(site, `officialDocumentKind.${kind}`), number });
}

declare module "../../views.ts" {
	interface PageViews {
		"official-document": OfficialDocumentView;
	}
}

export const page = pageKind("official-document", {
	component: OfficialDocumentPage,
	title: (view, site) => ({ title: headingOf(view, site), description: view.summary }),
});
