import { expect, test } from "vitest";
import { oncePerView } from "./once-per-view.ts";
import { sampleSite } from "./sample-views.ts";

interface View {
	readonly label: string;
}

test("renders an object once for each variant and site", () => {
	const labels = oncePerView<View>();
	const made: string[] = [];
	const render = (view: View, variant: string, site = sampleSite) =>
		String(
			labels(site, view, variant, () => {
				made.push(variant);
				return <p class={variant}>{view.label}</p>;
			}),
		);
	const view = { label: "Tin & bài" };
	expect(render(view, "wide")).toBe('<p class="wide">Tin &amp; bài</p>');
	expect(render(view, "wide")).toBe('<p class="wide">Tin &amp; bài</p>');
	expect(render(view, "narrow")).toBe('<p class="narrow">Tin &amp; bài</p>');
	expect(made).toEqual(["wide", "narrow"]);
	render({ ...view }, "wide");
	expect(made).toEqual(["wide", "narrow", "wide"]);
	render(view, "wide", { ...sampleSite });
	expect(made).toEqual(["wide", "narrow", "wide", "wide"]);
});
