/** The collections of the office's records, without their schemas, so that browsers can load the names alone. */
export const recordNames = [
	"official-documents",
	"events",
	"schedules",
	"units",
	"people",
	"questions",
	"banners",
] as const;

export type RecordCollection = (typeof recordNames)[number];

export function isRecordCollection(name: string): name is RecordCollection {
	return (recordNames as readonly string[]).includes(name);
}
