/**
 * Property tests draw the same inputs in every run, so that a run fails only for what was changed. `TINTINH_SEED=N`
 * draws others, for looking further.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.TINTINH_SEED ?? 1) });
