/** The Eleventy plugin that turns planned outputs into files. */
import type { EleventyConfig } from "@11ty/eleventy";
import type { UrlPath } from "../model/ids.ts";
import type { RenderedBody } from "./api/documents.ts";
import { renderBody } from "./pages/render-body.ts";
import { groupBy } from "./plan/group-by.ts";
import type { Output, TemplateName } from "./plan/output.ts";
import type { BodyView, SiteView } from "./views.ts";

/** A template as Eleventy gets it. */
export interface EleventyTemplate {
	readonly data: object;
	readonly render: (data: never) => Promise<Uint8Array>;
}

/** Loads the templates of these names, and no others. */
export type LoadTemplates = (
	names: Iterable<TemplateName>,
) => Promise<readonly (readonly [TemplateName, EleventyTemplate])[]>;

/** The work of one run of Eleventy. */
export interface RenderJob {
	readonly outputs: readonly Output[];
	readonly site: SiteView;
	/** The folder of the Markdown bodies. */
	readonly contentDirectory: string;
	/** One for each name among the outputs. */
	readonly templates: Awaited<ReturnType<LoadTemplates>>;
	/** Called with the bytes of each file before it is written. */
	readonly onRendered?: (address: UrlPath, bytes: Uint8Array, view: unknown) => void;
}

/** What the rendering of all outputs of a job shares. */
export interface RenderContext extends Pick<RenderJob, "site" | "onRendered"> {
	readonly bodyOf: (body: BodyView) => RenderedBody;
}

/** Eleventy's global data: the job, with its outputs sorted by the template that renders them. */
export interface RenderData {
	/** A function, as Eleventy wraps plain objects in proxies: these are slow, and made again for each page. */
	readonly context: () => RenderContext;
	readonly outputs: Readonly<Partial<Record<TemplateName, readonly Output[]>>>;
}

/** The name under which templates find the job. */
export const renderDataName = "job";

/** Makes Eleventy write the job's outputs. Their templates are virtual: Eleventy needs no file for them. */
export function site(eleventyConfig: EleventyConfig, job: RenderJob): void {
	const { outputs, contentDirectory, templates, ...rest } = job;
	const byTemplate = groupBy(outputs, ({ template }) => template);
	const bodies = new Map<string, RenderedBody>();
	const bodyOf = (body: BodyView): RenderedBody => {
		const rendered = bodies.get(body.file) ?? renderBody(contentDirectory, body, job.site.messages);
		bodies.set(body.file, rendered);
		return rendered;
	};
	const context = { ...rest, bodyOf };
	const data: RenderData = { context: () => context, outputs: Object.fromEntries(byTemplate) };
	eleventyConfig.addGlobalData(renderDataName, () => data);
	// Eleventy refuses to paginate over missing data, so only the templates of the outputs are added.
	for (const [name, template] of templates) eleventyConfig.addTemplate(`${name}.11ty.js`, template);
	// Eleventy writes bytes only from a Buffer, but turns a Buffer from a template into text.
	eleventyConfig.addTransform("buffer", (content) =>
		typeof content === "string"
			? content
			: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
	);
}
