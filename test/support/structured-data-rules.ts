/**
 * Rules for structured data: Google's for articles, breadcrumbs, organisations and the site
 * (https://developers.google.com/search/docs/appearance/structured-data). Also, references must lead to nodes of the
 * same graph.
 */

type Node = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string" && value.trim() !== "";
const isAddress: Test = (value) => typeof value === "string" && /^https?:\/\/[^\s/]+\/\S*$/.test(value);
const isDate: Test = (value) =>
	typeof value === "string" &&
	/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
	!Number.isNaN(Date.parse(value));
const isNumber: Test = (value) => typeof value === "number" && value > 0;
const isFlag: Test = (value) => typeof value === "boolean";
const isNode: Test = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isListOf =
	(test: Test): Test =>
	(value) =>
		Array.isArray(value) && value.length > 0 && value.every(test);
const isEither =
	(...tests: readonly Test[]): Test =>
	(value) =>
		tests.some((test) => test(value));

/** What every official document says of itself, and what some do. */
const document = {
	url: isAddress,
	name: isText,
	abstract: isText,
	inLanguage: isText,
	isAccessibleForFree: isFlag,
};
const ofDocument = { about: isText, encoding: isListOf(isNode) };

/** By type: required and optional properties. Others are not allowed. */
const rules: Readonly<
	Record<string, { readonly must: Record<string, Test>; readonly may: Record<string, Test> }>
> = {
	NewsArticle: {
		must: {
			url: isAddress,
			mainEntityOfPage: isAddress,
			headline: isText,
			inLanguage: isText,
			image: isNode,
			author: isListOf(isNode),
			publisher: isNode,
			isAccessibleForFree: isFlag,
		},
		may: {
			description: isText,
			datePublished: isDate,
			dateModified: isDate,
			expires: isDate,
			articleSection: isText,
			keywords: isListOf(isText),
			contentLocation: isNode,
			isBasedOn: isEither(isAddress, isNode),
		},
	},
	ImageObject: {
		must: { url: isAddress, width: isNumber, height: isNumber },
		may: { caption: isText, creditText: isText },
	},
	Person: {
		must: { name: isText, url: isAddress },
		may: {
			affiliation: isNode,
			jobTitle: isText,
			image: isAddress,
			telephone: isText,
			email: isText,
		},
	},
	// https://schema.org/Legislation and the other types of records: no rules of Google's.
	Legislation: {
		must: {
			...document,
			legislationIdentifier: isText,
			legislationType: isText,
			legislationDate: isDate,
			legislationPassedBy: isNode,
			legislationLegalForce: isAddress,
		},
		may: { ...ofDocument, legislationChanges: isListOf(isAddress), temporalCoverage: isText },
	},
	DigitalDocument: {
		must: { ...document, identifier: isText, genre: isText, dateCreated: isDate, author: isNode },
		may: { ...ofDocument, expires: isDate },
	},
	MediaObject: {
		must: { contentUrl: isAddress, contentSize: isText, encodingFormat: isText },
		may: { name: isText },
	},
	GovernmentOrganization: {
		must: { name: isText, url: isAddress },
		may: {
			description: isText,
			address: isText,
			telephone: isText,
			email: isText,
			parentOrganization: isNode,
			subOrganization: isListOf(isNode),
			employee: isListOf(isNode),
		},
	},
	CollectionPage: { must: { name: isText, url: isAddress, inLanguage: isText }, may: {} },
	FAQPage: { must: { mainEntity: isListOf(isNode), inLanguage: isText, publisher: isNode }, may: {} },
	Question: { must: { name: isText, acceptedAnswer: isNode }, may: {} },
	Answer: { must: { text: isText, dateCreated: isDate }, may: { author: isNode } },
	Organization: {
		must: { name: isText },
		may: {
			url: isAddress,
			logo: isNode,
			address: isText,
			telephone: isText,
			email: isText,
			parentOrganization: isNode,
		},
	},
	Place: { must: { name: isText }, may: {} },
	CreativeWork: { must: { name: isText }, may: {} },
	BreadcrumbList: { must: { itemListElement: isListOf(isNode) }, may: {} },
	ListItem: { must: { position: isNumber, name: isText }, may: { item: isAddress } },
	WebSite: {
		must: { name: isText, url: isAddress, inLanguage: isText, publisher: isNode },
		may: { alternateName: isText, description: isText, potentialAction: isNode },
	},
	SearchAction: { must: { target: isNode, "query-input": isText }, may: {} },
	EntryPoint: { must: { urlTemplate: isText }, may: {} },
};

/** The faults of a page's data block; empty if it is valid. */
export function structuredDataFaults(source: string): string[] {
	const document = JSON.parse(source) as Node;
	if (document["@context"] !== "https://schema.org") return ["another context"];
	const graph = document["@graph"];
	if (!Array.isArray(graph) || graph.length === 0) return ["no graph"];
	const ids = new Set(graph.map((node: Node) => node["@id"]));
	return graph.flatMap((node: Node) => nodeFaults(node, ids));
}

function nodeFaults(node: Node, ids: ReadonlySet<unknown>): string[] {
	const { "@type": type, "@id": id, ...properties } = node;
	if (type === undefined) return ids.has(id) ? [] : [`${String(id)} is not in the graph`];
	const rule = rules[String(type)];
	if (!rule) return [`${String(type)} is not known`];
	const faults: string[] = [];
	if (id !== undefined && !isAddress(id)) faults.push(`${String(type)} @id: ${String(id)}`);
	for (const [name, test] of Object.entries(rule.must))
		if (!test(properties[name])) faults.push(`${String(type)} ${name}: ${JSON.stringify(properties[name])}`);
	for (const [name, value] of Object.entries(properties)) {
		const test = rule.must[name] ?? rule.may[name];
		if (!test?.(value)) faults.push(`${String(type)} ${name}: ${JSON.stringify(value)}`);
		for (const child of Array.isArray(value) ? value : [value])
			if (isNode(child)) faults.push(...nodeFaults(child as Node, ids));
	}
	if (type === "NewsArticle") {
		const { datePublished, dateModified } = properties as Record<string, string | undefined>;
		if (datePublished && dateModified && Date.parse(dateModified) < Date.parse(datePublished))
			faults.push("changed before it was published");
	}
	if (type === "BreadcrumbList") {
		const items = properties.itemListElement as readonly Node[];
		if (!items.every(({ position }, at) => position === at + 1)) faults.push("places out of order");
		if (!items.slice(0, -1).every(({ item }) => isAddress(item))) faults.push("a step that leads nowhere");
	}
	return faults;
}
