/** Layouts of the product for a portal's own templates. */
import { raw } from "hono/html";
import type { UrlPath } from "../model/ids.ts";
import { Breadcrumb } from "../site/components/breadcrumb.tsx";
import { renderDocument } from "../site/layouts/document.tsx";
import { plainHead } from "../site/metadata/index.ts";
import type { SiteView } from "../site/views.ts";

/** What Eleventy passes to a layout. */
interface LayoutData {
	readonly content: string;
	readonly title?: string;
	readonly description?: string;
	readonly page: { readonly url: string };
}

interface Layout {
	render(data: LayoutData): string;
}

/** The layouts, by the names that templates use for `layout`. */
export function ownLayouts(site: SiteView): Readonly<Record<string, Layout>> {
	const frame = ({ title = site.name, description, page }: LayoutData, content: ReturnType<typeof raw>) => {
		const address = page.url as UrlPath;
		const head = plainHead({ site, address, title, description });
		return renderDocument(site, { kind: "fixed", address, title, description, head }, content);
	};
	return {
		"tintinh-document": { render: (data) => frame(data, raw(data.content)) },
		"tintinh-page": {
			render: (data) =>
				frame(
					data,
					raw(
						String(
							<article class="fixed-page">
								<header>
									<Breadcrumb site={site} links={[]} />
									<h1>{data.title ?? site.name}</h1>
								</header>
								<div class="prose">{raw(data.content)}</div>
							</article>,
						),
					),
				),
		},
	};
}
