import type { UrlPath } from "../../model/ids.ts";
import type { RenderedBody } from "../api/documents.ts";
import type { Output, TemplateName, TemplateViews } from "../plan/output.ts";
import { fileOf } from "../plan/output.ts";
import type { RenderData } from "../plugin.ts";
import { renderDataName } from "../plugin.ts";
import type { BodyView, SiteView } from "../views.ts";

/** What a template renders from. */
export interface Rendering<Name extends TemplateName> {
	readonly view: TemplateViews[Name];
	readonly address: UrlPath;
	readonly site: SiteView;
	/** Reads and renders a body. Pages that show the same one share the work. */
	readonly bodyOf: (body: BodyView) => RenderedBody;
}

type EleventyData = { readonly output: Output } & { readonly [renderDataName]: RenderData };

/** An Eleventy template that writes every planned output of that name; `render` returns the file's text. */
export function template<Name extends TemplateName>(
	name: Name,
	render: (rendering: Rendering<Name>) => string | Promise<string>,
) {
	return {
		data: {
			pagination: {
				data: `${renderDataName}.outputs.${name}`,
				size: 1,
				alias: "output",
				addAllPagesToCollections: false,
			},
			eleventyExcludeFromCollections: true,
			permalink: ({ output }: EleventyData) => fileOf(output.address),
		},
		async render({ output, ...data }: EleventyData): Promise<string> {
			const { site, bodyOf, onRendered } = data[renderDataName].context();
			const view = output.view() as TemplateViews[Name];
			const text = await render({ view, address: output.address, site, bodyOf });
			onRendered?.(output.address, text, view);
			return text;
		},
	};
}
