import { defaultTheme, readTheme, type ThemeResult } from "../theme/index.ts";
import { foldersBeside } from "./portal-folders.ts";

/** The theme beside a content folder, or the product's default. */
export async function readThemeBeside(contentDirectory: string): Promise<ThemeResult> {
	const folders = foldersBeside(contentDirectory);
	return folders ? readTheme(folders.theme) : { theme: defaultTheme, problems: [] };
}
