import { useEffect, useState } from "react";

interface Asset {
	readonly path: string;
	toString(): string;
}

export type GetAsset = (path: string, field: unknown) => Asset;

/** The name of Decap's placeholder while a picture is loading. */
const placeholder = "empty.svg";
const millisecondsBetweenLooks = 250;

/** The address of a picture that the article references; empty while it is loading. */
export function useAsset(src: string, field: unknown, getAsset: GetAsset): string {
	const [address, setAddress] = useState("");
	// biome-ignore lint/correctness/useExhaustiveDependencies: Decap makes new functions and fields at each change
	useEffect(() => {
		setAddress("");
		if (src === "") return undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			// Decap takes a path with a leading slash for an address of the site, where shared files are missing.
			const asset = getAsset(src.replace(/^\//, ""), field);
			if (asset.path === placeholder) timer = setTimeout(look, millisecondsBetweenLooks);
			else setAddress(String(asset));
		};
		look();
		return () => clearTimeout(timer);
	}, [src]);
	return address;
}
