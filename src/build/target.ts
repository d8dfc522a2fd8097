/** Every file that the site is to have, with the digest of what it is made from. */
import type { UrlPath } from "../model/ids.ts";
import type { Output, TemplateName } from "../site/plan/output.ts";
import type { Plan } from "../site/plan/plan.ts";
import { createCodeDigests } from "./code-digest.ts";
import { sha256 } from "./digest.ts";
import type { StaticFile } from "./static-file.ts";

export interface Target {
	readonly address: UrlPath;
	/** Changes whenever the file's bytes would. */
	readonly made: string;
	readonly from: Output | StaticFile;
}

/** The rendered files. A file depends on its view, on the settings, and on the code of its template. */
export async function outputTargets({ outputs, site }: Pick<Plan, "outputs" | "site">): Promise<Target[]> {
	const code = createCodeDigests();
	const siteText = JSON.stringify(site);
	const bases = new Map<TemplateName, string>();
	const targets: Target[] = [];
	for (const output of outputs) {
		let base = bases.get(output.template);
		if (base === undefined) {
			base = `${await code.of(`src/site/pages/${output.template}.11ty.tsx`)}\n${siteText}`;
			bases.set(output.template, base);
		}
		const view = JSON.stringify(output.view());
		targets.push({
			address: output.address,
			made: sha256(`${base}\n${output.address}\n${view}`),
			from: output,
		});
	}
	return targets;
}

export function staticTargets(files: readonly StaticFile[]): Target[] {
	return files.map((file) => ({ address: file.address, made: file.identity, from: file }));
}
