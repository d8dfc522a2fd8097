/** The part of heic-decode that is used here; it ships no types. */
declare module "heic-decode" {
	interface Decoded {
		readonly width: number;
		readonly height: number;
		/** RGBA */
		readonly data: Uint8ClampedArray;
	}
	interface Picture {
		readonly width: number;
		readonly height: number;
		decode(): Promise<Decoded>;
	}
	type Pictures = readonly Picture[] & { dispose(): void };
	const decode: { all(options: { buffer: Uint8Array }): Promise<Pictures> };
	export default decode;
}
