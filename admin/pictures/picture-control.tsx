/** @jsxImportSource react */
import { type ReactNode, useState } from "react";
import { readSession } from "../desk/desk-client.ts";
import { sendFile } from "../desk/sent-files.ts";
import { strings } from "../strings.ts";
import { CropButton } from "./crop-button.tsx";
import { type DraftFiles, keepWithDraft } from "./draft-files.ts";
import { FileButton } from "./file-button.tsx";
import { preparePicture } from "./prepare-picture.ts";
import { ShownPicture } from "./shown-picture.tsx";
import { type GetAsset, useAsset } from "./use-asset.ts";

export interface FileControlProps extends DraftFiles {
	readonly forID: string;
	readonly classNameWrapper: string;
	readonly value?: string;
	readonly onChange: (value: string) => void;
	readonly getAsset: GetAsset;
}

/** The control for a picture: chosen from the machine or taken with the phone. */
export function PictureControl(props: FileControlProps) {
	const { forID, classNameWrapper, value = "", onChange, field, getAsset } = props;
	const address = useAsset(value, field, getAsset);
	const { message, take } = useFile(props, preparePicture);
	return (
		<div className={`${classNameWrapper} file-control`}>
			{value !== "" && (
				<div className="file-control-picture">
					<ShownPicture address={address} alt={strings.pictures.label} />
				</div>
			)}
			<FileButtons
				{...props}
				id={forID}
				value={value}
				label={strings.pictures.choose}
				accept="image/*,.heic,.heif"
				onFile={take}
				onRemove={() => onChange("")}
			>
				<CropButton src={value} address={address} onCrop={take} onRestore={onChange} />
			</FileButtons>
			<span role="status">{message}</span>
		</div>
	);
}

const attachmentTypes = ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp";

/** A file that readers may download. */
export function AttachmentControl(props: FileControlProps) {
	const { forID, classNameWrapper, value = "", onChange } = props;
	const { message, take } = useFile(props, async (file) => {
		// The desk looks into the file, and says at once what is wrong with it.
		if (await readSession()) await sendFile(file);
		return file;
	});
	return (
		<div className={`${classNameWrapper} file-control`}>
			{value !== "" && <p>{value.slice(value.lastIndexOf("/") + 1)}</p>}
			<FileButtons
				{...props}
				id={forID}
				value={value}
				label={strings.files.choose}
				accept={attachmentTypes}
				onFile={take}
				onRemove={() => onChange("")}
			/>
			<span role="status">{message}</span>
		</div>
	);
}

interface FileButtonsProps {
	readonly id: string;
	readonly value: string;
	readonly label: string;
	readonly accept: string;
	readonly onFile: (file: File) => Promise<void>;
	readonly onRemove: () => void;
	/** What else can be done with the file. */
	readonly children?: ReactNode;
}

function FileButtons({ id, value, label, accept, onFile, onRemove, children }: FileButtonsProps) {
	return (
		<div className="body-buttons">
			<FileButton
				id={id}
				label={value === "" ? label : strings.files.change}
				accept={accept}
				onFiles={([file]) => file && onFile(file)}
			/>
			{children}
			{value !== "" && (
				<button type="button" onClick={onRemove}>
					{strings.files.remove}
				</button>
			)}
		</div>
	);
}

/** Adds a file to the draft, writes its path into the field and reports the outcome. */
function useFile(props: FileControlProps, prepare: (file: File) => Promise<File>) {
	const [message, setMessage] = useState("");
	const take = async (file: File) => {
		setMessage(strings.files.uploading(file.name));
		try {
			props.onChange(await keepWithDraft(await prepare(file), props));
			setMessage("");
		} catch (error) {
			setMessage(error instanceof Error ? error.message : String(error));
		}
	};
	return { message, take };
}
