/** The checks, in no particular order: problems are sorted by file and line. */
import type { DocumentCheck, PortalCheck, TextCheck } from "./context.ts";
import { checkControlCharacters } from "./control-characters.ts";
import { checkEmptyBody } from "./empty-body.ts";
import { checkNormalForm } from "./normal-form.ts";
import { checkRawHtml } from "./raw-html.ts";

/** For every file. */
export const documentChecks: readonly DocumentCheck[] = [checkNormalForm];
/** For articles and pages. */
export const textChecks: readonly TextCheck[] = [checkEmptyBody, checkControlCharacters, checkRawHtml];
/** For everything together. */
export const portalChecks: readonly PortalCheck[] = [];
