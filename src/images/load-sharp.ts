/** Loads the picture library on demand: most builds make no picture, and loading takes a while. */
export async function loadSharp() {
	const { default: sharp } = await import("sharp");
	return sharp;
}
