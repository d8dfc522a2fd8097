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

/** What is expected, and learns from what comes. */
class Model {
	private readonly tables = orders.map(() => new Uint16Array(1 << tableBits).fill(0x8000));
	private readonly weights = new Int32Array(256 * orders.length).fill(20_000);
	private readonly slots = new Int32Array(orders.length);
	private readonly evidence = new Int32Array(orders.length);
	private readonly hashes = new Int32Array(orders.length);
	private readonly history: number[] = [0, 0, 0, 0, 0, 0];
	/** The bits of the byte so far, after a one. */
	private partial = 1;
	private probability = 2048;

	constructor(other?: Model) {
		if (!other) return;
		for (const [index, table] of this.tables.entries()) table.set(other.tables[index] ?? []);
		this.weights.set(other.weights);
		this.hashes.set(other.hashes);
		this.history.splice(0, other.history.length, ...other.history);
	}

	/** Of 4096, that the next bit is one. */
	predict(): number {
		let sum = 0;
		const row = this.partial * orders.length;
		for (let index = 0; index < orders.length; index++) {
			const hash = Math.imul((this.hashes[index] ?? 0) + this.partial * 0x2f0b4c47, 0x9e3779b1);
			const slot = hash >>> (32 - tableBits);
			this.slots[index] = slot;
			const evidence = stretchTable[(this.tables[index]?.[slot] ?? 0) >>> 4] ?? 0;
			this.evidence[index] = evidence;
			sum += evidence * (this.weights[row + index] ?? 0);
		}
		// 65536 is a weight of one.
		this.probability = Math.max(1, Math.min(4095, squash(Math.trunc(sum / 65536))));
		return this.probability;
	}

	/** Takes the bit that was predicted. */
	learn(bit: number): void {
		const row = this.partial * orders.length;
		const error = ((bit << 12) - this.probability) * 2;
		for (let index = 0; index < orders.length; index++) {
			const evidence = this.evidence[index] ?? 0;
			const place = row + index;
			this.weights[place] = (this.weights[place] ?? 0) + ((evidence * error + 0x200) >> 10);
			const table = this.tables[index];
			const slot = this.slots[index] ?? 0;
			if (!table) continue;
			const value = table[slot] ?? 0;
			const count = value & 15;
			const known = value >>> 4;
			const wanted = bit === 1 ? 4095 : 0;
			const next = known + Math.trunc(((wanted - known) * 2) / (2 * count + 3));
			table[slot] = (next << 4) | Math.min(count + 1, countLimit);
		}
		this.partial = this.partial * 2 + bit;
		if (this.partial >= 256) this.endByte(this.partial & 255);
	}

	private endByte(byte: number): void {
		this.partial = 1;
		this.history.pop();
		this.history.unshift(byte);
		let hash = 0;
		let index = 0;
		for (let length = 1; length <= 6; length++) {
			hash = Math.imul(hash + (this.history[length - 1] ?? 0) + 1, 0x2c1b3c6d);
			if (orders[index] === length) this.hashes[index++] = hash;
		}
	}
}

let primed: Model | undefined;

function freshModel(): Model {
	if (!primed) {
		primed = new Model();
		for (const byte of new TextEncoder().encode(primer))
			for (let shift = 7; shift >= 0; shift--) {
				primed.predict();
				primed.learn((byte >>> shift) & 1);
			}
	}
	return new Model(primed);
}

/** What `decodeText` reads. */
export function encodeText(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text);
	const coded: number[] = [bytes.length >>> 16, (bytes.length >>> 8) & 255, bytes.length & 255];
	const model = freshModel();
	let low = 0;
	let high = 0xffffffff;
	for (const byte of bytes)
		for (let shift = 7; shift >= 0; shift--) {
			const bit = (byte >>> shift) & 1;
			const middle = middleOf(low, high, model.predict());
			if (bit === 1) high = middle;
			else low = middle + 1;
			model.learn(bit);
			for (; ((low ^ high) & 0xff000000) === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0)
				coded.push(high >>> 24);
		}
	coded.push((low >>> 24) + (low & 0xffffff ? 1 : 0));
	return Uint8Array.from(coded);
}

/** @throws FinderError where the bytes are no text that was coded */
export function decodeText(coded: Uint8Array): string {
	const length = ((coded[0] ?? 255) << 16) | ((coded[1] ?? 255) << 8) | (coded[2] ?? 255);
	if (length > mostBytes) throw new FinderError("A text is too long");
	const bytes = new Uint8Array(length);
	const model = freshModel();
	let low = 0;
	let high = 0xffffffff;
	let value = 0;
	let position = 3;
	while (position < 7) value = ((value << 8) | (coded[position++] ?? 0)) >>> 0;
	for (let index = 0; index < length; index++) {
		let byte = 0;
		for (let count = 0; count < 8; count++) {
			const middle = middleOf(low, high, model.predict());
			const bit = value <= middle ? 1 : 0;
			if (bit === 1) high = middle;
			else low = middle + 1;
			model.learn(bit);
			byte = byte * 2 + bit;
			for (; ((low ^ high) & 0xff000000) === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0)
				value = ((value << 8) | (coded[position++] ?? 0)) >>> 0;
		}
		bytes[index] = byte;
	}
	if (position > coded.length + 4) throw new FinderError("A text is cut short");
	return new TextDecoder().decode(bytes);
}

function middleOf(low: number, high: number, probability: number): number {
	const range = high - low;
	return low + (range >>> 12) * probability + (((range & 0xfff) * probability) >>> 12);
}
