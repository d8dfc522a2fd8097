/** Compares texts by their bytes in UTF-8, as Rust does: by code points, not by JavaScript's halves of them. */
export function compareBytes(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let index = 0; index < length; index++) {
		const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)];
		if (one !== other) return isHalf(one) === isHalf(other) ? one - other : isHalf(one) ? 1 : -1;
	}
	return a.length - b.length;
}

function isHalf(unit: number): boolean {
	return unit >= 0xd800 && unit < 0xe000;
}
