/** The picture library, loaded when the first picture has to be made: most builds make none, and it takes a while. */
export async function loadSharp() {
	const { default: sharp } = await import("sharp");
	return sharp;
}
