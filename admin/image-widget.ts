import CMS from "decap-cms-app";
import { type ComponentType, createElement, useCallback, useEffect, useMemo, useState } from "react";

interface Asset {
	readonly path: string;
}

interface ImageControlProps {
	readonly value?: unknown;
	readonly field: unknown;
	readonly getAsset: (path: unknown, field: unknown) => Asset;
}

/** The name of what Decap hands out while a picture is still on its way. */
const placeholder = "empty.svg";
const millisecondsBetweenLooks = 250;

const StockControl = CMS.getWidget("image")?.control as unknown as ComponentType<ImageControlProps>;

/**
 * Decap's image control, whose thumbnail appears once it has come, shared pictures' too; the stock one keeps showing the
 * placeholder.
 */
export function ImageControl({ getAsset: getStockAsset, ...props }: ImageControlProps) {
	const { value, field } = props;
	// Decap takes a path with a leading slash for an address of the site, where the shared files do not stand.
	const getAsset = useCallback<ImageControlProps["getAsset"]>(
		(path, of) => getStockAsset(typeof path === "string" ? path.replace(/^\//, "") : path, of),
		[getStockAsset],
	);
	const [arrivals, setArrivals] = useState(0);
	useEffect(() => {
		if (typeof value !== "string" || value === "") return undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let looks = 0;
		const look = () => {
			if (getAsset(value, field).path === placeholder) timer = setTimeout(look, millisecondsBetweenLooks);
			else if (looks > 0) setArrivals((count) => count + 1);
			looks += 1;
		};
		look();
		return () => clearTimeout(timer);
	}, [value, field, getAsset]);
	// The stock control asks again when it is given another function.
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new function for each arrival
	const getAssetAgain = useMemo<ImageControlProps["getAsset"]>(
		() => (path, of) => getAsset(path, of),
		[getAsset, arrivals],
	);
	return createElement(StockControl, { ...props, getAsset: getAssetAgain });
}
