/** The targets of a build: every file of the new site, with the digest of its inputs. */
import { setImmediate } from "node:timers/promises";
import { shortDigest } from "../../disk/digest.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { Listing, Output, TemplateName } from "../../site/plan/output.ts";
import { modulesOf, silentTemplates, templatesAmong } from "../../site/plan/output.ts";
import type { BoundedFolder, Plan } from "../../site/plan/plan.ts";
import type { StaticFile } from "../static-files/static-file.ts";
import type { CodeDigests } from "./code-digest.ts";
import type { FileDigests, PlanMemory } from "./plan-memory.ts";

export interface Target<From extends Output | StaticFile = Output | StaticFile> {
	readonly address: UrlPath;
	/** Digest that changes whenever the file's bytes would, and hardly ever otherwise. */
	readonly made: string;
	readonly from: From;
}

const targetsPerTurn = 200;

/** Digests of what files depend on besides their views or inputs: settings, code, names. */
export interface TemplateBases {
	readonly page: ReadonlyMap<TemplateName, string>;
	readonly inputs: ReadonlyMap<TemplateName, string>;
}

export function templateBases(plan: Plan, code: CodeDigests): TemplateBases {
	const { messages: _, accent: __, components: ___, ...others } = plan.site;
	const all = JSON.stringify(plan.site);
	const ofSilent = JSON.stringify(others);
	const batch = code.of("src/build/writing/render-batch.ts");
	// Views contain addresses of prepared pictures.
	const planning = `${code.of("src/site/plan/plan.ts")}\n${code.of("src/build/static-files/prepare-files.ts")}`;
	const page = new Map<TemplateName, string>();
	const inputs = new Map<TemplateName, string>();
	for (const template of templatesAmong(code.modules)) {
		const settings = silentTemplates.has(template) ? ofSilent : all;
		const own = modulesOf(template).map((module) => code.of(module));
		const digest = shortDigest(`${own.join("\n")}\n${settings}\n${batch}`);
		page.set(template, digest);
		inputs.set(template, shortDigest(`${digest}\n${planning}\n${plan.names}`));
	}
	return { page, inputs };
}

/** A digest that changes whenever one of the bases does. */
export function digestOfBases({ inputs }: TemplateBases): string {
	return shortDigest([...inputs].join("\n"));
}

/**
 * The files to be rendered, without those of reused folders. A file depends on its view, on the settings, and on the
 * code of its template. A view is made only if its inputs differ from those of the last build. Yields to other tasks,
 * because making an archive's views takes long.
 */
export async function outputTargets(
	{ outputs, folders }: Pick<Plan, "outputs" | "folders">,
	bases: TemplateBases,
	{ memory, reused }: { readonly memory: PlanMemory; readonly reused: ReadonlySet<UrlPath> },
): Promise<Target<Output>[]> {
	const digests: FileDigests<Output> = {
		inputs: ({ template, inputs }) => shortDigest(`${bases.inputs.get(template)}\n${inputs?.()}`),
		made: ({ template, address, view }) =>
			shortDigest(`${bases.page.get(template)}\n${address}\n${JSON.stringify(view())}`),
	};
	const targets: Target<Output>[] = [];
	async function add(outputs: Iterable<Output>, folder?: BoundedFolder): Promise<void> {
		for (const output of outputs) {
			const made = output.inputs ? memory.recall(output, digests, folder) : digests.made(output);
			targets.push({ address: output.address, made, from: output });
			if (targets.length % targetsPerTurn === 0) await setImmediate();
		}
	}
	await add(outputs);
	for (const folder of folders) {
		if (reused.has(folder.address)) memory.reuse(folder);
		else await add(folder.outputs(), folder);
	}
	return targets;
}

/** The target of a file that lists other files. */
export function listingTarget(
	{ template, address }: Listing,
	view: ReturnType<Listing["view"]>,
	bases: TemplateBases,
): Target<Output> {
	const made = shortDigest(`${bases.page.get(template)}\n${address}\n${JSON.stringify(view)}`);
	return { address, made, from: { template, address, view: () => view } };
}

export function staticTargets(files: readonly StaticFile[]): Target<StaticFile>[] {
	return files.map((file) => ({ address: file.address, made: file.identity, from: file }));
}
