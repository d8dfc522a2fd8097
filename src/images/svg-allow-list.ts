/** What a drawing may be made of. Everything else is refused: names here are known to show something and do nothing. */

export const svgNamespace = "http://www.w3.org/2000/svg";
export const xlinkNamespace = "http://www.w3.org/1999/xlink";
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
export const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** Where drawing programs keep their own notes, which browsers pass over. */
const programNamespaces = new Set([
	"http://creativecommons.org/ns#",
	"http://purl.org/dc/elements/1.1/",
	"http://purl.org/dc/terms/",
	"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
	"http://web.resource.org/cc/",
	"http://www.bohemiancoding.com/sketch/ns",
	"http://www.figma.com/figma/ns",
	"http://www.inkscape.org/namespaces/inkscape",
	"http://www.serif.com/",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"http://xml.openoffice.org/svg/export",
	"https://boxy-svg.com",
]);
const programNamespacePrefixes = [
	"http://ns.adobe.com/",
	"http://schemas.microsoft.com/visio/",
	"http://www.corel.com/coreldraw/",
	"http://www.vectornator.io",
];

export function isProgramNamespace(uri: string): boolean {
	return programNamespaces.has(uri) || programNamespacePrefixes.some((prefix) => uri.startsWith(prefix));
}

/** Without `a`, `script`, `foreignObject`, `handler`, `listener`, `cursor`, media and `font-face-uri`. */
export const svgElements = wordSet(`
	svg g defs symbol use switch view title desc metadata style
	path rect circle ellipse line polyline polygon image
	text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef
	linearGradient radialGradient meshgradient meshpatch meshrow mesh stop solidcolor hatch hatchpath pattern
	clipPath mask marker filter color-profile
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
	font glyph missing-glyph hkern vkern font-face font-face-src font-face-name font-face-format
	animate animateColor animateMotion animateTransform set mpath
`);

/** Attributes without a namespace; `data-` and `aria-` names beside them. */
export const svgAttributes = wordSet(`
	id class style lang role tabindex version baseProfile contentStyleType type media title xmlns
	x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d width height viewBox preserveAspectRatio points pathLength
	transform gradientTransform patternTransform transform-origin transform-box rotate textLength lengthAdjust
	startOffset method spacing side gradientUnits patternUnits patternContentUnits clipPathUnits maskUnits
	maskContentUnits markerUnits markerWidth markerHeight refX refY orient spreadMethod offset
	filterUnits primitiveUnits filterRes in in2 result stdDeviation mode values tableValues slope intercept amplitude
	exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength
	preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale xChannelSelector
	yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle baseFrequency numOctaves
	seed stitchTiles radius
	attributeName attributeType begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines
	keyPoints from to by additive accumulate path origin
	systemLanguage requiredFeatures requiredExtensions zoomAndPan viewTarget
	alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
	color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline
	enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
	font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
	glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing lighting-color
	line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
	pointer-events shape-inside shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity
	stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
	stroke-width text-align text-anchor text-decoration text-indent text-orientation text-overflow text-rendering
	text-transform unicode-bidi vector-effect visibility white-space word-spacing writing-mode
	horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x vert-origin-y units-per-em panose-1 ascent
	descent cap-height x-height bbox underline-position underline-thickness strikethrough-position
	strikethrough-thickness unicode unicode-range glyph-name arabic-form u1 u2 g1 g2 k stemh stemv slope
	accent-height alphabetic hanging ideographic mathematical v-alphabetic v-hanging v-ideographic
	v-mathematical widths string name p-id t fill-color stroke-alignment sodipodi inkscape
`);

/** Attributes that an animation may change: those that show something, and none that leads anywhere. */
export function isAnimatable(name: string): boolean {
	return svgAttributes.has(name) && !["class", "id", "style", "type", "xmlns"].includes(name);
}

/** Functions in style sheets and in attributes; the target of `url` is looked at besides. */
export const cssFunctions = wordSet(`
	url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix device-cmyk icc-color
	matrix matrix3d translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d
	scale scalex scaley scalez scale3d skew skewx skewy perspective
	calc min max clamp var env
	cubic-bezier steps linear
	blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
	linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
	circle ellipse inset polygon path rect
	format local
	not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir
	and or
`);

export const cssAtRules = wordSet("charset font-face keyframes -webkit-keyframes media supports");

function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.trim().split(/\s+/));
}
