import type { Context } from "hono";
import { boundedBody } from "../api/json-body.ts";

/** Most bytes of a form: a bulk action has at most 200 entries. */
const formLimit = 200_000;

/** The fields of a posted form. @throws Refusal 413 */
export async function formBody(context: Context): Promise<URLSearchParams> {
	return new URLSearchParams((await boundedBody(context, formLimit)).toString("utf8"));
}
