/** @jsxImportSource react */
import { useState } from "react";
import { strings } from "../strings.ts";

export interface ShownPictureProps {
	/** Where the browser finds it; empty while it is on its way. */
	readonly address: string;
	readonly alt: string;
}

/** A picture of the form, or a message if it cannot be opened. */
export function ShownPicture({ address, alt }: ShownPictureProps) {
	const [missing, setMissing] = useState("");
	if (address === "") return null;
	if (address === missing) return <p role="alert">{strings.pictures.missing}</p>;
	return <img src={address} alt={alt} onError={() => setMissing(address)} />;
}
