import type { UrlPath } from "../../model/ids.ts";
import type { RenderedBody } from "../api/documents.ts";
import type { Output, TemplateName, TemplateViews } from "../plan/output.ts";
import { fileOf } from "../plan/output.ts";
import type { EleventyTemplate, RenderData } from "../plugin.ts";
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
): EleventyTemplate {
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
		// Not destructured further, as the data are proxies, which are slow to copy.
		async render({ output, [renderDataName]: job }: EleventyData): Promise<Uint8Array> {
			const { site, bodyOf, onRendered } = job.context();
			const view = output.view() as TemplateViews[Name];
			const bytes = utf8(await render({ view, address: output.address, site, bodyOf }));
			onRendered?.(output.address, bytes, view);
			return bytes;
		},
	};
}

const encoder = new TextEncoder();
/** A buffer for encoding, as the number of bytes is not known beforehand. */
let room = new Uint8Array(0);

/**
 * Eleventy keeps every page of a run until the last is rendered. As bytes they take half the memory of strings, outside
 * the garbage-collected heap, and serve digest, size and disk alike.
 */
function utf8(text: string): Uint8Array {
	const atMost = 3 * text.length;
	if (room.length < atMost) room = new Uint8Array(atMost);
	return room.slice(0, encoder.encodeInto(text, room).written);
}
