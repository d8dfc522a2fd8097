import fc from "fast-check";
import { expect, test } from "vitest";
import { writeContentFolder } from "../../test/support/content-folder.ts";
import { readPortal } from "../content/index.ts";
import { asIsoDateTime, asIsoDay } from "../model/ids.ts";
import { provinces } from "../model/provinces.ts";
import { cleanText } from "../text/index.ts";
import { portalContent } from "./portal-content.ts";
import { readAnswers } from "./questions.ts";

const now = asIsoDateTime("2026-11-22T08:30:00+07:00");
const day = asIsoDay("2026-11-22");

/** Names as people may type them: words, and characters with a meaning in YAML or Markdown. */
const anyName = fc
	.array(
		fc.constantFrom(
			"Tin",
			"Minh",
			"xã",
			"- ",
			": ",
			"#",
			"'",
			'"',
			"**",
			"[x]",
			"<b>",
			"|",
			"&",
			"`",
			"\\",
			"…",
			"1",
		),
		{ minLength: 1, maxLength: 12 },
	)
	.map((parts) => `Ban ${parts.join("")} A`);

test("the content of a new portal is valid, whatever the names", async () => {
	await fc.assert(
		fc.asyncProperty(
			anyName,
			anyName,
			fc.constantFrom(...provinces.on(day)),
			async (name, committee, province) => {
				const answers = readAnswers({ name, committee, province: province.name }, day);
				if ("faults" in answers) throw new Error(JSON.stringify(answers.faults));
				const content = portalContent(answers, { now, logo: undefined });
				const files = Object.entries(content).map(([path, text]) => [path.replace("content/", ""), text]);
				const { portal, problems } = await readPortal({
					directory: writeContentFolder(Object.fromEntries(files)),
					now,
				});
				expect(problems).toEqual([]);
				expect(portal?.site.name).toBe(cleanText(name).trim());
				expect(portal?.articles).toHaveLength(1);
				expect([...(portal?.committees.values() ?? [])]).toMatchObject([
					{ name: cleanText(committee).trim() },
				]);
			},
		),
		{ numRuns: 40 },
	);
});
