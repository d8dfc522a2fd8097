import type { Chance } from "./drawing.ts";
import type { Light } from "./landscape.ts";

/** What a scene is told: its own source of chance, the hour, and which of its variants to compose. */
export interface Setting {
	readonly chance: Chance;
	readonly light: Light;
	readonly variant: number;
}

/** Composes a whole sheet and returns what stands inside the `<svg>` element. */
export type Scene = (setting: Setting) => string;
