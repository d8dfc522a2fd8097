/**
 * What the versions of a prepared picture have in common: `/anh/2026/11/22-x/anh-1.0a1b2c3d` of
 * `/anh/2026/11/22-x/anh-1.0a1b2c3d-480.webp`. Undefined for any other file.
 */
export function pictureStem(address: string): string | undefined {
	return /^(\/anh\/.*\.[\da-f]{8})(?:-\d+)?\.[a-z\d]+$/.exec(address)?.[1];
}
