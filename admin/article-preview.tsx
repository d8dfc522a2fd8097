import type { PreviewTemplateComponentProps } from "decap-cms-core";

/** The article in the pane beside its form, in the site's own type. */
export function ArticlePreview({ entry, getAsset, widgetFor }: PreviewTemplateComponentProps) {
	const text = (...path: string[]) => String(entry.getIn(["data", ...path]) ?? "");
	const picture = text("image", "src");
	return (
		<main className="article-page">
			<article>
				<h1>{text("title")}</h1>
				<p>{text("date")}</p>
				{text("summary") && <p className="lead">{text("summary")}</p>}
				{picture && (
					<figure>
						<img src={String(getAsset(picture))} alt={text("image", "alt")} />
						<figcaption>
							{[text("image", "caption"), text("image", "credit")].filter(Boolean).join(" · ")}
						</figcaption>
					</figure>
				)}
				{widgetFor("body")}
			</article>
		</main>
	);
}
