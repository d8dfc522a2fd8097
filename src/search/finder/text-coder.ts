/**
 * Codes short texts in Vietnamese far below what a general compressor needs: the next bit is predicted from the bytes
 * before it, by several lengths of context whose predictions are mixed (after Matt Mahoney's lpaq), and the model has
 * read some Vietnamese before. Whole numbers only, so that every machine predicts the same.
 */
import { FinderError } from "./finder.ts";
import { primer } from "./primer.ts";

/** Lengths of context in bytes. */
const orders = [1, 2, 3, 4, 6] as const;
const tableBits = 16;
/** Predictions have 16 bits, of which the lowest four count how often they were met. */
const countLimit = 15;
/** Rounded up, so that multiplying and shifting by 20 gives the whole part of a number below 8192 divided by each. */
const reciprocals = Int32Array.from({ length: countLimit + 1 }, (_, count) => 2 ** 20 / (2 * count + 3) + 1);
/** No file of the index is near this. */
const mostBytes = 1 << 20;

const squashTable = [
	1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
	3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/** The probability, of 4096, that a weight of evidence stands for. */
function squash(evidence: number): number {
	if (evidence > 2047) return 4095;
	if (evidence < -2047) return 1;
	const part = evidence & 127;
	const place = (evidence >> 7) + 16;
	return ((squashTable[place] ?? 0) * (128 - part) + (squashTable[place + 1] ?? 0) * part + 64) >> 7;
}

const stretchTable = new Int16Array(4096);
for (let evidence = -2047, from = 0; evidence <= 2047; evidence++) {
	const probability = squash(evidence);
	for (; from <= probability; from++) stretchTable[from] = evidence;
	if (evidence === 2047) stretchTable.fill(2047, from);
}

/** What was learnt from the bytes so far. */
interface Model {
	/** Predictions by order and the hash of its context. */
	readonly table: Uint16Array;
	/** How far each order is trusted, by the bits of the byte so far. */
	readonly weights: Int32Array;
}

/**
 * Goes through bytes bit by bit, and learns them.
 *
 * @param bytes from `position` on; what is before is their context
 * @param bitOf the next bit, of which the model expects with a probability of so many of 4096 that it is one
 */
function goThrough(
	{ table, weights }: Model,
	bytes: Uint8Array,
	position: number,
	bitOf: (probability: number) => number,
): void {
	const hashes = new Int32Array(orders.length);
	const slots = new Int32Array(orders.length);
	const evidences = new Int32Array(orders.length);
	for (let index = position; index < bytes.length; index++) {
		for (let length = 1, hash = 0, order = 0; index > 0 && length <= 6; length++) {
			hash = Math.imul(hash + (bytes[index - length] ?? 0) + 1, 0x2c1b3c6d);
			if (orders[order] === length) hashes[order++] = hash;
		}
		/** The bits of the byte so far, after a one. */
		let partial = 1;
		while (partial < 256) {
			const row = partial * orders.length;
			let sum = 0;
			for (let order = 0; order < orders.length; order++) {
				const hash = Math.imul((hashes[order] as number) + partial * 0x2f0b4c47, 0x9e3779b1);
				const slot = (order << tableBits) + (hash >>> (32 - tableBits));
				const evidence = stretchTable[(table[slot] as number) >>> 4] as number;
				slots[order] = slot;
				evidences[order] = evidence;
				sum += evidence * (weights[row + order] as number);
			}
			// 65536 is a weight of one.
			const probability = Math.max(1, Math.min(4095, squash((sum / 65536) | 0)));
			const bit = bitOf(probability);
			const error = ((bit << 12) - probability) * 2;
			for (let order = 0; order < orders.length; order++) {
				const place = row + order;
				weights[place] = (weights[place] as number) + (((evidences[order] as number) * error + 0x200) >> 10);
				const slot = slots[order] as number;
				const value = table[slot] as number;
				const count = value & 15;
				const known = value >>> 4;
				const reciprocal = reciprocals[count] as number;
				const step = Math.imul((known ^ (-bit & 4095)) * 2, reciprocal) >>> 20;
				const next = known + ((step ^ (bit - 1)) - (bit - 1));
				table[slot] = (next << 4) | Math.min(count + 1, countLimit);
			}
			partial = partial * 2 + bit;
		}
		bytes[index] = partial;
	}
}

let primed: Model | undefined;
const primerBytes = new TextEncoder().encode(primer);

/** A model that has read the primer. */
function freshModel(): Model {
	if (!primed) {
		primed = {
			table: new Uint16Array(orders.length << tableBits).fill(0x8000),
			weights: new Int32Array(256 * orders.length).fill(20_000),
		};
		goThrough(primed, primerBytes, 0, bitsOf(primerBytes));
	}
	return { table: primed.table.slice(), weights: primed.weights.slice() };
}

/** The text's bytes behind those of the primer. */
function behindPrimer(bytes: Uint8Array): Uint8Array {
	const all = new Uint8Array(primerBytes.length + bytes.length);
	all.set(primerBytes);
	all.set(bytes, primerBytes.length);
	return all;
}

/** Hands out the bits of some bytes, one a call. */
function bitsOf(bytes: Uint8Array): () => number {
	let position = 0;
	return () => ((bytes[position >>> 3] as number) >>> (7 - (position++ & 7))) & 1;
}

/** What `decodeText` reads. */
export function encodeText(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text);
	const coded: number[] = [bytes.length >>> 16, (bytes.length >>> 8) & 255, bytes.length & 255];
	const nextBit = bitsOf(bytes);
	let low = 0;
	let high = 0xffffffff;
	goThrough(freshModel(), behindPrimer(bytes), primerBytes.length, (probability) => {
		const bit = nextBit();
		const middle = middleOf(low, high, probability);
		if (bit === 1) high = middle;
		else low = middle + 1;
		for (; ((low ^ high) & 0xff000000) === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0)
			coded.push(high >>> 24);
		return bit;
	});
	coded.push((low >>> 24) + (low & 0xffffff ? 1 : 0));
	return Uint8Array.from(coded);
}

/** @throws FinderError where the bytes are no text that was coded */
export function decodeText(coded: Uint8Array): string {
	const length = ((coded[0] ?? 255) << 16) | ((coded[1] ?? 255) << 8) | (coded[2] ?? 255);
	if (length > mostBytes) throw new FinderError("A text is too long");
	const bytes = behindPrimer(new Uint8Array(length));
	let low = 0;
	let high = 0xffffffff;
	let value = 0;
	let position = 3;
	while (position < 7) value = ((value << 8) | (coded[position++] ?? 0)) >>> 0;
	goThrough(freshModel(), bytes, primerBytes.length, (probability) => {
		const middle = middleOf(low, high, probability);
		const bit = value <= middle ? 1 : 0;
		if (bit === 1) high = middle;
		else low = middle + 1;
		for (; ((low ^ high) & 0xff000000) === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0)
			value = ((value << 8) | (coded[position++] ?? 0)) >>> 0;
		return bit;
	});
	if (position > coded.length + 4) throw new FinderError("A text is cut short");
	return new TextDecoder().decode(bytes.subarray(primerBytes.length));
}

function middleOf(low: number, high: number, probability: number): number {
	const range = high - low;
	return low + (range >>> 12) * probability + (((range & 0xfff) * probability) >>> 12);
}
