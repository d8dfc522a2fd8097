/** @jsxImportSource react */
import { useState } from "react";

export interface FileButtonProps {
	readonly label: string;
	readonly id?: string;
	/** @default every picture */
	readonly accept?: string;
	readonly multiple?: boolean;
	readonly onFiles: (files: readonly File[]) => unknown;
}

/** Opens the system's file picker, on a phone also the camera. */
export function FileButton({
	label,
	id,
	accept = "image/*,.heic,.heif",
	multiple = false,
	onFiles,
}: FileButtonProps) {
	const [isBusy, setBusy] = useState(false);
	return (
		<label className="body-file-button" aria-busy={isBusy}>
			{label}
			<input
				{...(id && { id })}
				type="file"
				aria-label={label}
				accept={accept}
				multiple={multiple}
				disabled={isBusy}
				onChange={async (event) => {
					const files = [...(event.currentTarget.files ?? [])];
					event.currentTarget.value = "";
					if (files.length === 0) return;
					setBusy(true);
					await onFiles(files);
					setBusy(false);
				}}
			/>
		</label>
	);
}
