const onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x kr pl bl br đr dr".split(
	" ",
);

/** Rhymes without tones, including foreign place names' endings in k; "qu" and "gi" count as onsets. */
const rhymes = new Set(
	`a ac ach ai ak am an ang anh ao ap at au ay
	ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
	e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu
	i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
	o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong ooc oong op ot
	ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt
	u ua uân uâng uât uây uc uê uêch uênh ui uk um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
	ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
	y yêm yên yêng yêt yêu ych ynh yt`.split(/\s+/),
);

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** "ñ" */
const toneOnConsonant = /[b-df-hj-np-tvwxzđ][\u0300\u0301\u0303\u0309\u0323]/;
const acute = "\u0301";
const dotBelow = "\u0323";
/** A syllable that ends with one of these has one of two tones. */
const stopped = /(?:[ptk]|c|ch)$/;

const verdicts = new Map<string, boolean>();
const verdictsKept = 20_000;

/**
 * Whether a word has the form of a Vietnamese syllable: an onset, a rhyme, at most one tone, and before p, t, c and ch
 * only the acute or the dot below. It is a spelling rule, not a dictionary: "phóc" is legal. The place of the tone in
 * the rhyme and capitals do not matter.
 *
 * @param word of letters only, in NFC
 */
export function isSyllable(word: string): boolean {
	const known = verdicts.get(word);
	if (known !== undefined) return known;
	if (verdicts.size >= verdictsKept) verdicts.clear();
	const verdict = judge(word.toLowerCase());
	verdicts.set(word, verdict);
	return verdict;
}

function judge(word: string): boolean {
	// The longest Vietnamese syllable is "nghiêng".
	if (word.length > 7) return false;
	const parts = word.normalize("NFD");
	const tones = parts.match(toneMark) ?? [];
	if (tones.length > 1 || toneOnConsonant.test(parts)) return false;
	const letters = parts.replace(toneMark, "").normalize("NFC");
	if (stopped.test(letters) && tones[0] !== acute && tones[0] !== dotBelow) return false;
	return (
		rhymes.has(letters) ||
		onsets.some((onset) => letters.startsWith(onset) && rhymes.has(letters.slice(onset.length)))
	);
}
