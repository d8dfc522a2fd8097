/**
 * Compresses short Vietnamese texts far better than a general compressor. The next bit is predicted from the bytes
 * before it. Several context lengths predict, and the predictions are mixed (after Matt Mahoney's lpaq). The model has
 * read some Vietnamese beforehand. Only whole numbers are used, so that every machine predicts the same.
 */
import { bitReader } from "./bit-reader.ts";
import { freshContexts, learnt } from "./learnt.ts";
import { primer } from "./primer.ts";

/** Context lengths in bytes; `goThrough` is unrolled for five. */
const orders = [1, 2, 3, 4, 6] as const;
const tableBits = 16;
/** Bits of a text's length in bytes: enough for far more than a file of the index may have. */
export const lengthBits = 22;

/** No value is so close to a whole number that rounding could differ between machines. */
const squashTable = Uint16Array.from({ length: 33 }, (_, place) => 4095.99 / (1 + Math.exp(8 - place / 2)));

/** The probability, out of 4096, that a weight of evidence means: from 1 to 4095. */
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
	/** How much each context length is trusted, by the bits of the current byte so far. */
	readonly weights: Int32Array;
}

/** Encodes or decodes a bit and returns it. `probability` is that of a one, out of 4096. */
export type CodeBit = (probability: number, bit: number) => number;

/**
 * Encodes or decodes bytes and learns from them.
 *
 * @param bytes coded from `position` on; the bytes before are context. The coded bytes are overwritten with what
 * `codeBit` returns
 */
function goThrough({ table, weights }: Model, bytes: Uint8Array, position: number, codeBit: CodeBit): void {
	const hashes = new Int32Array(orders.length);
	for (let index = position; index < bytes.length; index++) {
		for (let length = 1, hash = 0, order = 0; index > 0 && length <= 6; length++) {
			hash = Math.imul(hash + (bytes[index - length] ?? 0) + 1, 0x2c1b3c6d);
			if (orders[order] === length) hashes[order++] = hash;
		}
		const hash0 = hashes[0] as number;
		const hash1 = hashes[1] as number;
		const hash2 = hashes[2] as number;
		const hash3 = hashes[3] as number;
		const hash4 = hashes[4] as number;
		/** The bits of the byte so far, after a leading one. */
		let partial = 1;
		let rest = (bytes[index] as number) << 24;
		for (; partial < 256; rest <<= 1) {
			const row = partial * orders.length;
			// Unrolled five times, as loops would take twice the time.
			const own = Math.imul(partial, 0x2f0b4c47);
			const slot0 = slotOf(0, hash0 + own);
			const slot1 = slotOf(1, hash1 + own);
			const slot2 = slotOf(2, hash2 + own);
			const slot3 = slotOf(3, hash3 + own);
			const slot4 = slotOf(4, hash4 + own);
			const old0 = table[slot0] as number;
			const old1 = table[slot1] as number;
			const old2 = table[slot2] as number;
			const old3 = table[slot3] as number;
			const old4 = table[slot4] as number;
			const evidence0 = stretchTable[old0 >>> 4] as number;
			const evidence1 = stretchTable[old1 >>> 4] as number;
			const evidence2 = stretchTable[old2 >>> 4] as number;
			const evidence3 = stretchTable[old3 >>> 4] as number;
			const evidence4 = stretchTable[old4 >>> 4] as number;
			// All are 32-bit integers, as floating point takes 50% longer. The sum overflows after tens of thousands of the
			// same letter. Then predictions become bad, but equally so for encoder and decoder.
			const sum =
				(Math.imul(evidence0, weights[row] as number) +
					Math.imul(evidence1, weights[row + 1] as number) +
					Math.imul(evidence2, weights[row + 2] as number) +
					Math.imul(evidence3, weights[row + 3] as number) +
					Math.imul(evidence4, weights[row + 4] as number)) |
				0;
			// The probability, out of 4096, that the next bit is a one. A weight of 65536 means 1.
			const probability = squash((sum / 65536) | 0);
			const bit = codeBit(probability, rest >>> 31);
			const error = ((bit << 12) - probability) * 2;
			weights[row] = (weights[row] as number) + ((Math.imul(evidence0, error) + 0x200) >> 10);
			weights[row + 1] = (weights[row + 1] as number) + ((Math.imul(evidence1, error) + 0x200) >> 10);
			weights[row + 2] = (weights[row + 2] as number) + ((Math.imul(evidence2, error) + 0x200) >> 10);
			weights[row + 3] = (weights[row + 3] as number) + ((Math.imul(evidence3, error) + 0x200) >> 10);
			weights[row + 4] = (weights[row + 4] as number) + ((Math.imul(evidence4, error) + 0x200) >> 10);
			table[slot0] = learnt(old0, bit);
			table[slot1] = learnt(old1, bit);
			table[slot2] = learnt(old2, bit);
			table[slot3] = learnt(old3, bit);
			table[slot4] = learnt(old4, bit);
			partial = partial * 2 + bit;
		}
		bytes[index] = partial;
	}
}

function slotOf(order: number, hash: number): number {
	return (order << tableBits) + (Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits));
}

/** A model that has read the primer. */
let primed: Model | undefined;
/** Reused for the model of each text: allocating a new one would take longer than filling it. */
const own = emptyModel();
const primerBytes = new TextEncoder().encode(primer);

function emptyModel(): Model {
	return {
		table: freshContexts(orders.length << tableBits),
		weights: new Int32Array(256 * orders.length).fill(20_000),
	};
}

/** A model that has read the primer. It is valid until the next call. */
function freshModel(): Model {
	if (!primed) {
		primed = emptyModel();
		goThrough(primed, primerBytes, 0, (_, bit) => bit);
	}
	own.table.set(primed.table);
	own.weights.set(primed.weights);
	return own;
}

/** Encodes the bytes of a text, or decodes as many, and returns them. */
export function codeBytes(bytes: Uint8Array, codeBit: CodeBit): Uint8Array {
	const { length } = primerBytes;
	const all = new Uint8Array(length + bytes.length);
	all.set(primerBytes);
	all.set(bytes, length);
	goThrough(freshModel(), all, length, codeBit);
	return all.subarray(length);
}

/** @throws FinderError if the bytes end too early */
export function decodeText(coded: Uint8Array): string {
	const { bits, chance } = bitReader(coded);
	return new TextDecoder().decode(codeBytes(new Uint8Array(bits(lengthBits)), chance));
}
