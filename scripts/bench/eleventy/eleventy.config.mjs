// The archive of the benchmark in Eleventy as its documentation has it: a template for each Markdown file, collections.
export default function (eleventyConfig) {
	eleventyConfig.addFilter("day", (date) => date.toISOString().slice(0, 10));
	eleventyConfig.addCollection("byMonth", (api) => {
		const months = new Map();
		for (const article of api.getFilteredByTag("article")) {
			const month = article.date.toISOString().slice(0, 7);
			months.set(month, [...(months.get(month) ?? []), article]);
		}
		return [...months].map(([month, articles]) => ({ month, articles }));
	});
}

export const config = { dir: { input: "content", output: "public", includes: "../_includes" } };
