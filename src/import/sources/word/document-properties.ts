import { readOfficeXml } from "./office-xml.ts";
import type { WordDocument } from "./word-document.ts";

type PropertyName = keyof WordDocument["properties"];

/**
 * What an office document says of itself.
 *
 * @param bytes the part with its properties, in XML
 * @param names the elements that count, without their prefixes
 */
export function readProperties(
	bytes: Buffer | undefined,
	names: ReadonlyMap<string, PropertyName>,
): WordDocument["properties"] {
	const properties: Partial<Record<PropertyName, string>> = {};
	if (!bytes) return properties;
	let current: PropertyName | undefined;
	readOfficeXml(bytes, {
		open: (name) => {
			current = names.get(name);
		},
		close: () => {
			current = undefined;
		},
		text: (text) => {
			if (current && text.trim() !== "") properties[current] = (properties[current] ?? "") + text;
		},
	});
	return properties;
}
