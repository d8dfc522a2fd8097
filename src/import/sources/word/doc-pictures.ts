const signatures = [
	{ extension: "jpg", bytes: Buffer.from("ffd8ff", "hex") },
	{ extension: "png", bytes: Buffer.from("89504e470d0a1a0a", "hex") },
	{ extension: "gif", bytes: Buffer.from("GIF8") },
] as const;

/**
 * The picture at an offset of a Word file's data stream. Drawing records may nest; the picture is recognised by its
 * first bytes. Undefined for drawings and metafiles.
 */
export function pictureAt(
	data: Buffer,
	location: number,
): { readonly extension: string; readonly bytes: Buffer } | undefined {
	if (location + 4 > data.length) return undefined;
	const record = data.subarray(location, location + data.readUInt32LE(location));
	const found = signatures
		.map(({ extension, bytes }) => ({ extension, at: record.indexOf(bytes) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)[0];
	return found && { extension: found.extension, bytes: record.subarray(found.at) };
}
