import AxeBuilder from "axe-core";
import type { Page } from "playwright-core";

/** The faults that axe finds on a page: each rule with the first element that breaks it. */
export async function faultsOf(page: Page): Promise<string[]> {
	await page.evaluate(AxeBuilder.source);
	return await page.evaluate(async () => {
		const { axe } = window as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run();
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});
}
