import { useEffect, useState } from "react";
import { isShared, sharedAddress } from "../decap-store.ts";

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
			const found = isShared(src) ? sharedAddress(src) : ownAddress(getAsset(src, field));
			if (found === "") timer = setTimeout(look, millisecondsBetweenLooks);
			else setAddress(found);
		};
		look();
		return () => clearTimeout(timer);
	}, [src]);
	return address;
}

function ownAddress(asset: Asset): string {
	return asset.path === placeholder ? "" : String(asset);
}
