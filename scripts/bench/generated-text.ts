/** Articles that read like Vietnamese news and say nothing about anyone. */
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import {
	deeds,
	familyNames,
	givenNames,
	groups,
	middleNames,
	moments,
	placeKinds,
	placeSyllables,
	results,
	roles,
	sayings,
	sectionHeadings,
	topics,
	units,
} from "./words.ts";

/** What an article says, without its front matter. */
export interface ArticleText {
	readonly title: string;
	readonly summary: string;
	/** Markdown. */
	readonly body: string;
}

/** The least size of a body in bytes of UTF-8; it ends with the paragraph that reaches it. */
const bodySize = 3900;
const sentencesOfParagraph = 4;

/** The text of the article at a position. It depends only on seed and position. */
export function generateText(seed: number, place: number): ArticleText {
	const random = createRandom(seed, place, 1);
	return {
		title: titleOf(random),
		summary: capital(`${sentence(random)} ${sentence(random)}`),
		body: bodyOf(random),
	};
}

export function personName(random: Random): string {
	return `${random.pick(familyNames)} ${random.pick(middleNames)} ${random.pick(givenNames)}`;
}

/** Two different syllables: `Tân Phước`. */
function placeName(random: Random): string {
	const first = random.below(placeSyllables.length);
	const second = (first + 1 + random.below(placeSyllables.length - 1)) % placeSyllables.length;
	return `${placeSyllables[first]} ${placeSyllables[second]}`;
}

function place(random: Random): string {
	return `${random.pick(placeKinds)} ${placeName(random)}`;
}

function titleOf(random: Random): string {
	const forms = [
		() => `${capital(place(random))}: ${random.pick(groups)} ${random.pick(deeds)}`,
		() => `${placeName(random)} ${random.pick(deeds)}, ${random.below(900) + 20} ${random.pick(units)}`,
		() => `${capital(random.pick(topics))} ở ${place(random)} ${random.pick(results)}`,
		() => `Chuyện ${random.pick(topics)} của ${random.pick(roles)} ${personName(random)}`,
		() => `${capital(random.pick(groups))} ${placeName(random)} ${random.pick(deeds)}`,
	];
	return random.pick(forms)();
}

function bodyOf(random: Random): string {
	const parts: string[] = [];
	let size = 0;
	const add = (part: string) => {
		parts.push(part);
		size += Buffer.byteLength(part) + 2;
	};
	while (size < bodySize) {
		if (parts.length > 0 && parts.length % 4 === 0) add(`## ${random.pick(sectionHeadings)}`);
		const sentences = Array.from({ length: sentencesOfParagraph }, () => sentence(random));
		const text = sentences.join(" ");
		add(
			random.chance(0.1)
				? `> ${text}`
				: text.replace(/ \p{L}+ \p{L}+ \p{L}+(?=[.,])/u, (words) => ` **${words.trim()}**`),
		);
	}
	return parts.join("\n\n");
}

function sentence(random: Random): string {
	const forms = [
		() =>
			`${random.pick(moments)}, ${random.pick(groups)} ${place(random)} ${random.pick(deeds)}, ${random.pick(results)}.`,
		() =>
			`Ông ${personName(random)}, ${random.pick(roles)} ở ${place(random)}, cho biết đã có ${random.below(2000) + 12} ${random.pick(units)} được huy động.`,
		() => `“${random.pick(sayings)}”, bà ${personName(random)}, ${random.pick(roles)}, nói.`,
		() => `Nhờ ${random.pick(topics)}, ${place(random)} đã ${random.pick(deeds)}.`,
		() =>
			`Theo báo cáo số ${random.below(400) + 1}/BC-${random.pick(["BDV", "UBND", "MTTQ", "BTG"])}, công tác ${random.pick(topics)} tại ${place(random)} ${random.pick(results)}.`,
		() =>
			`Việc ${random.pick(deeds)} mới đầu gặp không ít khó khăn, nhưng sau ${random.below(11) + 2} cuộc họp, ${random.pick(groups)} đã ${random.pick(deeds)}.`,
		() =>
			`Chị ${personName(random)} kể rằng gia đình mình góp ${random.below(90) + 3} ${random.pick(units)}, còn xóm bên ${random.pick(results)}.`,
	];
	return random.pick(forms)();
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
