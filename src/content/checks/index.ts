/** The checks, in no particular order: problems are sorted by file and line. */
import { checkAddresses } from "./addresses.ts";
import { checkAuthors } from "./authors.ts";
import { checkBanners } from "./banners.ts";
import { checkComments } from "./comments.ts";
import { checkCommittees } from "./committees.ts";
import type { DocumentCheck, PortalCheck, TextCheck } from "./context.ts";
import { checkControlCharacters, warnOfLostCharacters } from "./control-characters.ts";
import { checkDates } from "./dates.ts";
import { checkEmptyBody } from "./empty-body.ts";
import { checkFileNames } from "./file-names.ts";
import { checkFiles } from "./files.ts";
import { checkLinks } from "./links.ts";
import { checkLists, warnOfLists } from "./lists.ts";
import { checkAnchors, checkLostText, warnOfSigns } from "./lost-text.ts";
import { warnOfNamesOnWindows } from "./names-on-windows.ts";
import { checkNormalForm } from "./normal-form.ts";
import { checkOddities } from "./oddities.ts";
import { checkOfficialDocuments } from "./official-documents.ts";
import { checkOrganisation } from "./organisation.ts";
import { checkPageNames } from "./page-names.ts";
import { checkProvinces } from "./provinces.ts";
import { checkRawHtml, warnOfMarkupInFields } from "./raw-html.ts";
import { checkRecords } from "./records.ts";
import { checkRelated } from "./related.ts";
import { checkSchedules } from "./schedules.ts";
import { checkTags } from "./tags.ts";
import { checkTranslations } from "./translations.ts";
import { warnOfWrongEncoding } from "./wrong-encoding.ts";

/** For every file. */
export const documentChecks: readonly DocumentCheck[] = [
	checkComments,
	checkControlCharacters,
	checkLists,
	checkNormalForm,
];
/** For articles and pages. */
export const textChecks: readonly TextCheck[] = [checkAnchors, checkEmptyBody, checkLostText, checkRawHtml];
/** For articles and pages: warnings. */
export const textWarnings: readonly TextCheck[] = [
	warnOfLists,
	warnOfLostCharacters,
	warnOfMarkupInFields,
	warnOfSigns,
	warnOfWrongEncoding,
];
/** For everything together. */
export const portalChecks: readonly PortalCheck[] = [
	checkAddresses,
	checkAuthors,
	checkBanners,
	checkCommittees,
	checkDates,
	checkFileNames,
	checkFiles,
	checkLinks,
	checkPageNames,
	checkOfficialDocuments,
	checkOrganisation,
	checkProvinces,
	checkRecords,
	checkRelated,
	checkSchedules,
	checkTags,
	checkTranslations,
];
/** For everything together: warnings. */
export const portalWarnings: readonly PortalCheck[] = [checkOddities, warnOfNamesOnWindows];
