/** @jsxImportSource react */
import { useState } from "react";
import { createRoot } from "react-dom/client";
import ReactCrop, { centerCrop, makeAspectCrop, type PercentCrop } from "react-image-crop";
import "react-image-crop/dist/ReactCrop.css";
import "./crop.css";
import { element } from "../../src/dom/element.ts";
import { askInDialog } from "../desk/dialog.ts";
import { strings } from "../strings.ts";

/** A part of a picture, each number from 0 to 1. */
export interface CropArea {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Width to height; the first leaves it to the editor. */
const shapes: readonly { readonly name: string; readonly aspect?: number }[] = [
	{ name: strings.crop.free },
	{ name: "3:2", aspect: 3 / 2 },
	{ name: "16:9", aspect: 16 / 9 },
	{ name: "1:1", aspect: 1 },
];

/** Asks which part of a picture is to stay: by finger, mouse or the arrow keys. Undefined where all of it stays. */
export async function askCrop(address: string): Promise<CropArea | undefined> {
	let area: CropArea | undefined;
	const place = element("div", { class: "crop" });
	const root = createRoot(place);
	root.render(
		<CropBox
			address={address}
			onChange={(next) => {
				area = next;
			}}
		/>,
	);
	const isAgreed = await askInDialog({
		title: strings.crop.title,
		text: strings.crop.explanation,
		className: "crop-dialog",
		content: [place],
		answers: [
			{ label: strings.crop.apply, kind: "main", value: () => true },
			{ label: strings.entry.back, value: () => false },
		],
	});
	root.unmount();
	return isAgreed ? area : undefined;
}

interface CropBoxProps {
	readonly address: string;
	readonly onChange: (area: CropArea) => void;
}

function CropBox({ address, onChange }: CropBoxProps) {
	const [crop, setCrop] = useState<PercentCrop>();
	const [shape, setShape] = useState(shapes[0]);
	const [size, setSize] = useState({ width: 1, height: 1 });
	const put = (next: PercentCrop) => {
		setCrop(next);
		const { x, y, width, height } = next;
		onChange({ x: x / 100, y: y / 100, width: width / 100, height: height / 100 });
	};
	const begin = (aspect: number | undefined, { width, height }: typeof size) => {
		const whole = { unit: "%", width: 90, height: 90 } as const;
		put(centerCrop(aspect ? makeAspectCrop(whole, aspect, width, height) : whole, width, height));
	};
	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a legend of its own */}
			<div role="group" aria-label={strings.crop.shape} className="crop-shapes">
				{shapes.map((each) => (
					<button
						key={each.name}
						type="button"
						className="desk-button"
						aria-pressed={each === shape}
						onClick={() => {
							setShape(each);
							begin(each.aspect, size);
						}}
					>
						{each.name}
					</button>
				))}
			</div>
			<ReactCrop
				{...(crop && { crop })}
				{...(shape?.aspect && { aspect: shape.aspect })}
				minWidth={24}
				minHeight={24}
				keepSelection
				ruleOfThirds
				ariaLabels={strings.crop.handles}
				onChange={(_, percent) => put(percent)}
			>
				<img
					src={address}
					alt={strings.pictures.label}
					onLoad={({ currentTarget: { width, height } }) => {
						setSize({ width, height });
						begin(shape?.aspect, { width, height });
					}}
				/>
			</ReactCrop>
		</>
	);
}
