import { formatNumber } from "../../../text/index.ts";
import { detectLegacy, type LegacyEncoding, repairText } from "../../encodings/index.ts";
import { strings } from "./strings.ts";

const westernLetters = /[\u0080-\u00FF]|[aeiouy][(^+*'`?~.]|&#?\w+;/i;

/** The encodings' names, for users. */
const names: Readonly<Record<LegacyEncoding, string>> = {
	tcvn3: "TCVN3 (ABC)",
	vni: "VNI",
	viqr: "VIQR",
	"windows-1258": "windows-1258",
	"twice-encoded": "UTF-8 (UTF-8)",
};

/**
 * Converts text in legacy encodings to Unicode. The encoding of each piece follows from its font and from the encoding
 * detected for the whole page. Text in Unicode stays unchanged.
 *
 * @returns Vietnamese messages on what was converted
 */
export function repairPage(document: Document): string[] {
	const texts = textNodes(document);
	const suspicious = texts.filter((node) => westernLetters.test(node.data));
	if (suspicious.length === 0) return [];
	const encoding = detectLegacy(suspicious.map((node) => node.data).join("\n"))?.encoding;
	const counts = new Map<string, number>();
	for (const node of suspicious) {
		const font = fontOf(node);
		const { text, changes } = repairText(node.data, {
			...(font === undefined ? {} : { font }),
			...(encoding === undefined ? {} : { encoding }),
		});
		const legacy = changes.find(({ kind }) => kind !== "entities");
		// The importer itself repairs character references and lists each of them.
		if (!legacy || legacy.kind === "entities") continue;
		node.data = text;
		counts.set(legacy.kind, (counts.get(legacy.kind) ?? 0) + 1);
	}
	return [...counts].map(([kind, count]) =>
		strings.readAs(names[kind as LegacyEncoding], formatNumber(count)),
	);
}

function textNodes(document: Document): Text[] {
	const walker = document.createTreeWalker(document, 4);
	const nodes: Text[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentNode?.nodeName;
		if (parent !== "SCRIPT" && parent !== "STYLE") nodes.push(node as Text);
	}
	return nodes;
}

function fontOf(node: Node): string | undefined {
	for (let element = node.parentElement; element; element = element.parentElement) {
		const face = element.getAttribute("face");
		if (face) return face.split(",")[0];
		const family = /font-family\s*:\s*([^;,]+)/i.exec(element.getAttribute("style") ?? "")?.[1];
		if (family !== undefined) return family;
	}
	return undefined;
}
