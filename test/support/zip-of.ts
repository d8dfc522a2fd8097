import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive for tests. `claimedSize` states a wrong uncompressed size. */
export interface TestEntry {
	readonly name: string;
	readonly text?: string;
	readonly bytes?: Buffer;
	readonly claimedSize?: number;
	/** Not compressed. */
	readonly stored?: boolean;
}

/** Makes a ZIP archive in memory, with any names and sizes, also invalid ones. */
export function zipOf(entries: readonly TestEntry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const { name, text = "", bytes = Buffer.from(text), claimedSize = bytes.length, stored } = entry;
		const data = stored ? bytes : deflateRawSync(bytes);
		const fileName = Buffer.from(name);
		// Shared by the local header and the directory: version, flags (UTF-8), method, time, checksum, sizes, lengths.
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(0x0800, 2);
		shared.writeUInt16LE(stored ? 0 : 8, 4);
		shared.writeUInt32LE(crc32(bytes), 10);
		shared.writeUInt32LE(data.length, 14);
		shared.writeUInt32LE(claimedSize, 18);
		shared.writeUInt16LE(fileName.length, 22);
		const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, fileName, data]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, place, fileName]));
		parts.push(local);
		offset += local.length;
	}
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", 0, "latin1");
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, ...directory, end]);
}
