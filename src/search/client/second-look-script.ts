/** What the finder's worker loads when nothing has all of a query as it was typed. */
import { secondLook } from "../finder/second-look.ts";

Object.assign(globalThis, { secondLook });
