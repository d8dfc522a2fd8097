#!/usr/bin/env node
import { loadProgram } from "./load-program.js";

// Eleventy's hooks for imports serve `--serve` alone. They slow down all imports: an eighth of a small build's CPU time.
process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= "1";

await loadProgram("tintinh");
