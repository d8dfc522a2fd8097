const raised = new Map([..."0123456789+-−"].map((sign, index) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"[index] ?? sign]));
const lowered = new Map([..."0123456789+-−"].map((sign, index) => [sign, "₀₁₂₃₄₅₆₇₈₉₊₋₋"[index] ?? sign]));
const longest = 10;

/** Numbers above or below the line, which would mean something else beside it: 10³, H₂O, 30°C. Other text as it is. */
export function inScript(text: string, tagName: "SUP" | "SUB"): string {
	if (tagName === "SUP" && /^[oO]$/.test(text)) return "°";
	const signs = tagName === "SUP" ? raised : lowered;
	const written = [...text].map((sign) => signs.get(sign));
	return text.length <= longest && written.every((sign) => sign !== undefined) ? written.join("") : text;
}
