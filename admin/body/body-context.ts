import { createContext, useContext } from "react";
import type { GetAsset } from "../pictures/use-asset.ts";
import type { Picture } from "./nodes.ts";

/** What the elements of a body need from the form around it. */
export interface BodyContext {
	readonly field: unknown;
	readonly getAsset: GetAsset;
	/** Adds files to the draft; reports the outcome, and returns the added ones. */
	addPictures(files: readonly File[]): Promise<Picture[]>;
}

const context = createContext<BodyContext | undefined>(undefined);
export const BodyContextProvider = context.Provider;

export function useBody(): BodyContext {
	const value = useContext(context);
	if (!value) throw new Error("The elements of a body stand within its control.");
	return value;
}
