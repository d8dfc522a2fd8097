import type { PictureView } from "../views.ts";

export interface PictureProps {
	readonly picture: PictureView;
	/** Empty for a picture that only decorates. */
	readonly alt: string;
	/** The `sizes` attribute: how wide the picture is shown at which window width. */
	readonly sizes: string;
	/** For the one picture at the top of a page, which should not wait. */
	readonly eager?: boolean;
}

/** A picture in all available widths, with its size so that nothing moves while it loads. */
export function Picture({ picture, alt, sizes, eager = false }: PictureProps) {
	const image = (
		<img
			src={picture.src}
			alt={alt}
			width={picture.width}
			height={picture.height}
			loading={eager ? undefined : "lazy"}
			fetchpriority={eager ? "high" : undefined}
			decoding={eager ? undefined : "async"}
		/>
	);
	if (picture.variants.length === 0) return image;
	const sources = picture.variants.map((variant) => `${variant.src} ${variant.width}w`).join(", ");
	return (
		<picture>
			<source type="image/webp" srcset={sources} sizes={sizes} />
			{image}
		</picture>
	);
}
