/** @jsxImportSource react */
import { CropButton } from "../pictures/crop-button.tsx";
import { FileButton } from "../pictures/file-button.tsx";
import { ShownPicture } from "../pictures/shown-picture.tsx";
import { useAsset } from "../pictures/use-asset.ts";
import { strings } from "../strings.ts";
import { useBody } from "./body-context.ts";
import type { Picture } from "./nodes.ts";
import { TextBox } from "./text-box.tsx";

export interface PictureFormProps {
	readonly picture: Picture;
	/** Its position in the gallery, counted from 1. */
	readonly number: number;
	readonly count: number;
	readonly onChange: (picture: Picture) => void;
	readonly onRemove: () => void;
	/** Moves it one place forward or back. */
	readonly onMove: (step: 1 | -1) => void;
}

/** One picture of the body with its alternative text, caption and credit. */
export function PictureForm({ picture, number, count, onChange, onRemove, onMove }: PictureFormProps) {
	const { field, getAsset, addPictures } = useBody();
	const address = useAsset(picture.src, field, getAsset);
	const name = count === 1 ? strings.pictures.label : `${strings.pictures.label} ${number}`;
	const replaceBy = async (file: File | undefined) => {
		const [added] = file ? await addPictures([file]) : [];
		if (added) onChange({ ...picture, src: added.src });
	};
	const change = (key: "alt" | "caption" | "credit") => (value: string) =>
		onChange({ ...picture, [key]: value });
	return (
		<fieldset className="body-picture">
			<legend>{name}</legend>
			<div className="body-picture-thumbnail">
				<ShownPicture address={address} alt={picture.alt || name} />
			</div>
			<div className="body-picture-fields">
				<TextBox label={strings.pictures.alt} value={picture.alt} onChange={change("alt")} required />
				<TextBox label={strings.pictures.caption} value={picture.caption} onChange={change("caption")} />
				<TextBox label={strings.pictures.credit} value={picture.credit} onChange={change("credit")} />
				<div className="body-buttons">
					<FileButton label={strings.pictures.change} onFiles={([file]) => replaceBy(file)} />
					<CropButton src={picture.src} address={address} onCrop={replaceBy} />
					{number > 1 && (
						<button type="button" onClick={() => onMove(-1)}>
							{strings.pictures.earlier}
						</button>
					)}
					{number < count && (
						<button type="button" onClick={() => onMove(1)}>
							{strings.pictures.later}
						</button>
					)}
					<button type="button" onClick={onRemove}>
						{strings.pictures.remove}
					</button>
				</div>
			</div>
		</fieldset>
	);
}
