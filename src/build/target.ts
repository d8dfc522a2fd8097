/** Every file that the site is to have, with the digest of what it is made from. */
import { shortDigest } from "../content/index.ts";
import type { UrlPath } from "../model/ids.ts";
import type { Output, TemplateName } from "../site/plan/output.ts";
import type { Plan } from "../site/plan/plan.ts";
import type { CodeDigests } from "./code-digest.ts";
import type { PlanMemory } from "./plan-memory.ts";
import type { StaticFile } from "./static-file.ts";

export interface Target {
	readonly address: UrlPath;
	/** Changes whenever the file's bytes would, and hardly ever otherwise. */
	readonly made: string;
	readonly from: Output | StaticFile;
}

/**
 * The rendered files. A file depends on its view, on the settings, and on the code of its template. The view is made
 * and digested only where its inputs differ from those of the last build.
 */
export async function outputTargets(plan: Plan, code: CodeDigests, memory: PlanMemory): Promise<Target[]> {
	const settings = JSON.stringify(plan.site);
	const batch = await code.of("src/build/render-batch.ts");
	const bases = new Map<TemplateName, { readonly page: string; readonly inputs: string }>();
	const targets: Target[] = [];
	for (const { template, address, view, inputs } of plan.outputs) {
		let base = bases.get(template);
		if (!base) {
			const page = shortDigest(
				`${await code.of(`src/site/pages/${template}.11ty.tsx`)}\n${settings}\n${batch}`,
			);
			base = {
				page,
				inputs: shortDigest(`${page}\n${await code.of("src/site/plan/plan.ts")}\n${plan.names}`),
			};
			bases.set(template, base);
		}
		const { page } = base;
		const make = () => shortDigest(`${page}\n${address}\n${JSON.stringify(view())}`);
		const made = inputs ? memory.recall(address, shortDigest(`${base.inputs}\n${inputs()}`), make) : make();
		targets.push({ address, made, from: { template, address, view } });
	}
	return targets;
}

export function staticTargets(files: readonly StaticFile[]): Target[] {
	return files.map((file) => ({ address: file.address, made: file.identity, from: file }));
}
