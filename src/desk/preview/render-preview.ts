/** Renders an unpublished text as the page that readers would get: with the site's templates, in memory. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { copyOwnComponents, loadOwnComponents, problemOfComponent } from "../../build/own-components.ts";
import { readThemeBeside } from "../../build/read-theme-beside.ts";
import {
	type ContentProblem,
	readPortal,
	readUnfinishedBody,
	renderMarkdown,
	type StoredDocument,
} from "../../content/index.ts";
import type { IsoDateTime, UrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import { page as articlePage } from "../../site/kinds/article/article-page.tsx";
import { page as fixedPage } from "../../site/kinds/fixed/fixed-page.tsx";
import { page as homePage } from "../../site/kinds/home/home-page.tsx";
import { page as listPage } from "../../site/kinds/list/list-page.tsx";
import { page as officialDocumentPage } from "../../site/kinds/official-document/official-document-page.tsx";
import type { PageDefinition } from "../../site/kinds/page-kind.ts";
import { page as questionsPage } from "../../site/kinds/questions/questions-page.tsx";
import { page as schedulePage } from "../../site/kinds/schedule/schedule-page.tsx";
import { page as unitPage } from "../../site/kinds/unit/unit-page.tsx";
import { page as withdrawnPage } from "../../site/kinds/withdrawn/withdrawn-page.tsx";
import { renderWholePage } from "../../site/pages/page-template.tsx";
import { filesUsed, isPdf } from "../../site/plan/files-used.ts";
import { fileOf } from "../../site/plan/output.ts";
import { everyOutput, planPortal } from "../../site/plan/plan.ts";
import type { AttachmentView, BodyView, PageKind, PictureView } from "../../site/views.ts";
import type { DeskStore } from "../store/index.ts";
import { previewCache, previewListing } from "./preview-files.ts";
import { type PreviewCollection, previewedDocument } from "./previewed-document.ts";
import { createShownPictures } from "./shown-pictures.ts";

export interface PreviewText {
	readonly collection: PreviewCollection;
	readonly id: string;
	readonly text: string;
}

/** A file that the text refers to. */
export interface PreviewFile {
	/** Its address for the person who sees the preview. */
	readonly address: string;
	/** In bytes. */
	readonly size: number;
	/** Of a picture, in pixels. */
	readonly width?: number;
	readonly height?: number;
}

export interface RenderedPreview {
	/** A whole page; undefined if problems in the rest of the content prevent every page. */
	readonly html?: string;
	/** Problems that prevent publishing. */
	readonly problems: readonly ContentProblem[];
	/** Warnings. */
	readonly warnings: readonly ContentProblem[];
}

export interface PreviewRenderer {
	/** @param findFile finds a file by its path below the content folder; undefined if there is none */
	render(
		text: PreviewText,
		findFile: (path: string) => Promise<PreviewFile | undefined>,
	): Promise<RenderedPreview>;
}

export interface PreviewRendererOptions {
	readonly store: Pick<DeskStore, "list" | "naming" | "contentDirectory">;
	readonly outputDirectory: string;
	readonly cacheDirectory: string;
	readonly now: () => IsoDateTime;
}

const definitions = {
	article: articlePage,
	withdrawn: withdrawnPage,
	fixed: fixedPage,
	home: homePage,
	list: listPage,
	"official-document": officialDocumentPage,
	questions: questionsPage,
	schedule: schedulePage,
	unit: unitPage,
} as const;

export function createPreviewRenderer(options: PreviewRendererOptions): PreviewRenderer {
	const { store, outputDirectory, cacheDirectory } = options;
	const memory = new Map<string, { readonly identity: string; readonly document: StoredDocument }>();
	const pictures = createShownPictures(store.contentDirectory, join(cacheDirectory, "preview"));
	// Links may lead to anything that the last build made.
	const otherPages = {
		has: (address: string) => existsSync(join(outputDirectory, fileOf(address as UrlPath))),
	} as ReadonlySet<string>;

	async function render(
		{ collection, id, text }: PreviewText,
		findFile: (path: string) => Promise<PreviewFile | undefined>,
	): Promise<RenderedPreview> {
		const directory = store.contentDirectory;
		const now = options.now();
		const bytes = Buffer.from(text);
		const document = await previewedDocument(store, collection, id, bytes, now);
		const { file, beside } = document;
		const files = new Map<string, PreviewFile>();
		for (const path of document.files) {
			const found = await findFile(path);
			if (found) files.set(path, found);
		}
		const read = (documents: readonly string[], texts: ReadonlyMap<string, Buffer>) =>
			readPortal({
				directory,
				listing: previewListing(directory, documents, new Set(files.keys())),
				now,
				otherPages,
				cache: previewCache(memory, new Set(texts.keys())),
				texts,
			});
		const whole = await read([...beside, file], new Map([[file, bytes]]));
		const own = <Problem extends ContentProblem>(problems: readonly Problem[]) =>
			problems.filter((problem) => problem.file === file);
		const found = { problems: own(whole.problems), warnings: own(whole.warnings) };
		// With the faulty text no portal can be read, so it is read without the text.
		const rest = whole.portal ? whole : await read(beside, new Map());
		if (!rest.portal) return { ...found, problems: [...found.problems, ...rest.problems] };
		const portal = document.placeIn(rest.portal);
		const address = document.addressIn(portal);
		if (address === undefined) return found;
		try {
			return { ...found, html: await page(portal, address, bytes, files) };
		} catch (error) {
			if (!(error instanceof OwnComponentError)) throw error;
			return { ...found, problems: [...found.problems, problemOfComponent(error)] };
		}
	}

	/** @param files of the document, which no build has prepared */
	async function page(
		portal: Portal,
		address: UrlPath,
		bytes: Buffer,
		files: ReadonlyMap<string, PreviewFile>,
	): Promise<string> {
		const { theme } = await readThemeBeside(store.contentDirectory);
		await loadOwnComponents(await copyOwnComponents(theme.components, cacheDirectory));
		const used = filesUsed({ ...portal, authors: new Map(), pages: [] }).pictures;
		const others = await pictures.find(used.filter((path) => !files.has(path)));
		const own = [...files];
		const plan = planPortal(
			portal,
			{
				// Pages refer to it only for other sites.
				shareCards: new Map([["", { src: "/" as UrlPath, width: 1200, height: 630 }]]),
				pictures: new Map([...others, ...own.flatMap(pictureEntry)]),
				attachments: new Map(own.map(attachmentEntry)),
				documentFiles: new Map(own.filter(([path]) => isPdf(path)).map(attachmentEntry)),
			},
			{ search: true, theme },
		);
		const output = everyOutput(plan).find((each) => each.address === address);
		if (!output || !Object.hasOwn(definitions, output.template)) throw new Error(`No page at ${address}`);
		const definition = definitions[output.template as keyof typeof definitions] as PageDefinition<PageKind>;
		return renderWholePage(definition, {
			view: output.view() as never,
			address,
			site: plan.site,
			bodyOf: ({ file, pictures }: BodyView) =>
				renderMarkdown(readUnfinishedBody(file, bytes), { pictures, messages: plan.site.messages }),
		});
	}

	return { render };
}

function pictureEntry([path, file]: [string, PreviewFile]): [string, PictureView][] {
	const { address, width, height } = file;
	if (width === undefined || height === undefined) return [];
	return [[path, { src: address as UrlPath, width, height, variants: [] }]];
}

function attachmentEntry([path, { address, size }]: [string, PreviewFile]): [
	string,
	Omit<AttachmentView, "title">,
] {
	const format = path.slice(path.lastIndexOf(".") + 1).toUpperCase();
	return [path, { address: address as UrlPath, size, format }];
}
