/** Halves of every set of queries: engines are tuned on one, and figures reported from the other. */
export const halves = ["tuning", "reporting"] as const;
export type Half = (typeof halves)[number];
