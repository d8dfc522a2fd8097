import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Pagefind as its documentation shows it: loaded with the first key, asked when the query is complete. */
const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Pagefind</title>
<form><input name="q" autocomplete="off"></form>
<ol></ol>
<script type="module">
	const [form, input, list] = ["form", "input", "ol"].map((name) => document.querySelector(name));
	let loading;
	const load = () => (loading ??= import("/pagefind/pagefind.js").then(async (pagefind) => {
		await pagefind.init();
		return pagefind;
	}));
	globalThis.searchStock = async (text) => {
		const { results } = await (await load()).search(text);
		return await Promise.all(results.slice(0, 10).map((result) => result.data()));
	};
	input.addEventListener("input", () => void load());
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		list.dataset.state = "busy";
		const found = await searchStock(input.value);
		list.replaceChildren(...found.map(({ url, meta, excerpt }) => {
			const item = document.createElement("li");
			item.innerHTML = \`<a href="\${url}">\${meta.title}</a> <p>\${excerpt}</p>\`;
			return item;
		}));
		list.dataset.state = "done";
	});
</script>
`;

/** Writes the page into a folder of its own, and returns that. */
export async function writeStockPage(directory: string): Promise<string> {
	const folder = join(directory, "stock-page");
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "index.html"), page);
	return folder;
}
