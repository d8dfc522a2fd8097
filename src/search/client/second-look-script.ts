/** The script that the finder's worker loads if nothing matches all of a query as typed. */
import { secondLook } from "../finder/second-look.ts";

Object.assign(globalThis, { secondLook });
