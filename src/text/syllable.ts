const onset = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?";
const rhymes = [
	"a(?:ch?|i|m|nh?|ng|o|p|t|u|y)?",
	"e(?:ch?|m|nh?|ng|o|p|t|u)?",
	"i(?:a|ch?|m|nh?|p|t|u|e(?:c|m|n|ng|p|t|u))?",
	"o(?:a(?:ch?|i|m|nh?|ng|o|p|t|y)?|e(?:n|o|t)?|c|i|m|n|ng|oc|ong|p|t)?",
	"u(?:a(?:n|ng|t|y)?|e(?:ch|nh|n)?|c|i|m|n|ng|p|t|u|o(?:c|i|m|n|ng|p|t|u)?|y(?:a|ch|en|et|nh|n|t|u)?)?",
	"y(?:e(?:m|n|t|u))?",
];
const syllable = new RegExp(`^${onset}(?:${rhymes.join("|")})$`);

/** Whether a folded word could be a Vietnamese syllable by its spelling. */
export function isSyllable(folded: string): boolean {
	return syllable.test(folded);
}
