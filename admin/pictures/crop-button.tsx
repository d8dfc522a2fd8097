/** @jsxImportSource react */
import { useState } from "react";
import { strings } from "../strings.ts";
import { askCrop } from "./ask-crop.tsx";
import { cropPicture } from "./prepare-picture.ts";

export interface CropButtonProps {
	/** What the document names. */
	readonly src: string;
	/** Where the browser finds it; empty while it is on its way. */
	readonly address: string;
	/** Gets the part that stays, as a file of its own. */
	readonly onCrop: (file: File) => unknown;
	/** Gets what the document named before, where nothing else takes a step back. */
	readonly onRestore?: (src: string) => void;
}

/** Cuts a picture to a part of it. Drawings have no pixels to cut. */
export function CropButton({ src, address, onCrop, onRestore }: CropButtonProps) {
	const [whole, setWhole] = useState<string>();
	if (address === "" || /\.(?:svg|gif)$/i.test(src)) return null;
	return (
		<>
			<button
				type="button"
				onClick={async () => {
					const area = await askCrop(address);
					if (!area) return;
					await onCrop(await cropPicture(address, src.slice(src.lastIndexOf("/") + 1), area));
					setWhole(whole ?? src);
				}}
			>
				{strings.crop.open}
			</button>
			{onRestore && whole !== undefined && (
				<button
					type="button"
					onClick={() => {
						onRestore(whole);
						setWhole(undefined);
					}}
				>
					{strings.crop.restore}
				</button>
			)}
		</>
	);
}
