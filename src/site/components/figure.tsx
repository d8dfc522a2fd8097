import { say } from "../../messages/index.ts";
import type { FigureView } from "../views.ts";
import { Picture } from "./picture.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface FigureProps extends SiteProps {
	readonly figure: FigureView;
	readonly sizes: string;
	readonly eager?: boolean;
}

/** A picture with its caption and credit. */
export const Figure = replaceable("figure", ({ site, figure, sizes, eager = false }: FigureProps) => {
	return (
		<figure class="figure">
			<Picture picture={figure} alt={figure.alt} sizes={sizes} eager={eager} />
			{(figure.caption || figure.credit) && (
				<figcaption>
					{figure.caption}
					{figure.caption && figure.credit && " "}
					{figure.credit && (
						<span class="figure-credit">
							{say(site, "article.photo")}: {figure.credit}
						</span>
					)}
				</figcaption>
			)}
		</figure>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		figure: FigureProps;
	}
}
