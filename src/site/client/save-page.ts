/** Saves an article as one self-contained file, with style sheets, fonts and pictures but without scripts. */

/** Elements of no use in a saved page. */
const useless = [
	...["script", "source", ".skip-link", ".search-box", ".menu-sheet", ".article-tools", "[hidden]", "dialog"],
	...["link:not([rel=stylesheet]):not([rel=canonical])", ".other-articles", ".article-page-related"],
];

/** @throws if a file that the page shows cannot be loaded */
export async function savePage(): Promise<void> {
	const copy = document.documentElement.cloneNode(true) as HTMLElement;
	const shown = [...document.querySelectorAll<HTMLImageElement>("main img")];
	const images = [...copy.querySelectorAll<HTMLImageElement>("main img")];
	await Promise.all(
		images.map(async (image, at) => {
			image.src = await dataAddress(shown[at]?.currentSrc || image.src);
			image.removeAttribute("loading");
		}),
	);
	for (const element of copy.querySelectorAll(useless.join())) element.remove();
	for (const link of copy.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
		const style = document.createElement("style");
		style.textContent = await withFonts(await (await fetch(link.href)).text());
		link.replaceWith(style);
	}
	// Links and logo lead back to the site.
	for (const link of copy.querySelectorAll<HTMLAnchorElement>("a[href^='/']")) {
		link.href = new URL(link.getAttribute("href") ?? "", location.href).href;
	}
	for (const image of copy.querySelectorAll<HTMLImageElement>("img[src^='/']")) {
		image.src = await dataAddress(image.src);
	}
	const file = new Blob([`<!doctype html>${copy.outerHTML}`], { type: "text/html" });
	const link = document.createElement("a");
	link.href = URL.createObjectURL(file);
	link.download = /[^/]+$/.exec(location.pathname)?.[0] ?? "bai.html";
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function withFonts(css: string): Promise<string> {
	const addresses = [
		...new Set([...css.matchAll(/url\("?(\/assets\/fonts\/[\w.-]+)"?\)/g)].map(([, path = ""]) => path)),
	];
	const data = new Map(
		await Promise.all(addresses.map(async (path) => [path, await dataAddress(path)] as const)),
	);
	return css.replace(/url\("?(\/assets\/fonts\/[\w.-]+)"?\)/g, (whole, path: string) => {
		const address = data.get(path);
		return address ? `url(${address})` : whole;
	});
}

async function dataAddress(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const blob = await response.blob();
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(blob);
	});
}
