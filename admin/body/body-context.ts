import { createContext, useContext } from "react";
import type { GetAsset } from "../pictures/use-asset.ts";
import type { Picture } from "./nodes.ts";

/** What the elements of a body need of the form around it. */
export interface BodyContext {
	readonly field: unknown;
	readonly getAsset: GetAsset;
	/** Keeps files with the draft; says what became of them, and gives those that are kept. */
	addPictures(files: readonly File[]): Promise<Picture[]>;
}

const context = createContext<BodyContext | undefined>(undefined);
export const BodyContextProvider = context.Provider;

export function useBody(): BodyContext {
	const value = useContext(context);
	if (!value) throw new Error("The elements of a body stand within its control.");
	return value;
}
