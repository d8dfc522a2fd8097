import { formatBytes, formatNumber } from "../text/index.ts";
import type { Speaking } from "./say.ts";
import { languageOf } from "./say.ts";

/** "4.045.920" */
export function sayNumber(speaking: Speaking, value: number): string {
	return formatNumber(value, languageOf(speaking));
}

/** "12 KB", "1,4 MB" */
export function sayBytes(speaking: Speaking, bytes: number): string {
	return formatBytes(bytes, languageOf(speaking));
}
