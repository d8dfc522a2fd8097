/** Ids and classes that were generated for one page: they contain a number. */
const isCounted = /\d{2,}|[_-]\d+$/;
const plainName = /^[A-Za-z_][\w-]*$/;
/** Classes that describe how an element looks, not what it is. */
const looks =
	/^(?:row|col(?:-.*)?|container(?:-fluid)?|clearfix|text-.*|float-.*|pull-.*|[mp][trblxy]?-\d|active|hidden|d-.*|w-.*|margin-.*|padding-.*|fa|panel|panel-body|m-bottom|m-top|hide|center)$/;
const ancestorsLookedAt = 3;

/** CSS selectors that find an element by what it is, the most reliable first. */
export function selectorsOf(element: Element): string[] {
	const own = namesOf(element);
	const below = [...ancestorsOf(element)].flatMap((ancestor) =>
		namesOf(ancestor)
			.filter((name) => /^[#[.]|[.[]/.test(name))
			.flatMap((outer) => [...own, ...tellingTag(element)].map((inner) => `${outer} ${inner}`)),
	);
	return [...new Set([...own, ...below])];
}

/** The element's tag, if it says something. "The bold text in…" would match any bold text on the next page. */
function tellingTag({ tagName }: Element): string[] {
	return /^(?:A|B|DIV|EM|FONT|I|LI|P|SPAN|STRONG|TD|U)$/.test(tagName) ? [] : [tagName.toLowerCase()];
}

function* ancestorsOf(element: Element): Generator<Element> {
	let ancestor = element.parentElement;
	for (let level = 0; level < ancestorsLookedAt && ancestor && ancestor.tagName !== "BODY"; level += 1) {
		yield ancestor;
		ancestor = ancestor.parentElement;
	}
}

function namesOf(element: Element): string[] {
	const tag = element.tagName.toLowerCase();
	const id = element.getAttribute("id") ?? "";
	const property = element.getAttribute("itemprop") ?? "";
	const classes = (element.getAttribute("class") ?? "")
		.split(/\s+/)
		.filter((name) => plainName.test(name) && !isCounted.test(name) && !looks.test(name));
	return [
		...(plainName.test(property) ? [`[itemprop="${property}"]`] : []),
		...(plainName.test(id) && !isCounted.test(id) ? [`#${id}`] : []),
		...classes.map((name) => `.${name}`),
		...classes.map((name) => `${tag}.${name}`),
		...(/^H[1-3]$|^TIME$/.test(element.tagName) ? [tag] : []),
	];
}
