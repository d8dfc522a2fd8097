import { isDocument, type TemplateName } from "../plan/output.ts";
import type { EleventyTemplate, LoadTemplates } from "../plugin.ts";

export const loadTemplates: LoadTemplates = (names) =>
	Promise.all([...names].map(async (name) => [name, await loadTemplate(name)] as const));

async function loadTemplate(name: TemplateName): Promise<EleventyTemplate> {
	// The bundler includes every file that matches these patterns.
	if (isDocument(name)) {
		const { data, render } = await import(`./${name}.11ty.tsx`);
		return { data, render };
	}
	const [{ pageTemplate }, { page }] = await Promise.all([
		import("./page-template.tsx"),
		import(`../kinds/${name}/${name}-page.tsx`),
	]);
	return pageTemplate(page);
}
