import type { LockHolder } from "./lock-file.ts";

export const strings = {
	databaseInUse: (file: string, holder: string) =>
		`Cơ sở dữ liệu ${file} đang có chương trình khác dùng${holder}.`,
	databaseInUseRemedy: "đợi chương trình ấy xong việc rồi chạy lại; nếu nó bị treo thì dừng nó trước",
} as const;

/** Who holds a lock, to be appended to a sentence; empty if the lock does not say. */
export function describeHolder(holder: LockHolder | undefined): string {
	const process = holder?.processes[0];
	return process ? ` (tiến trình ${process.id} trên máy “${holder.host}”)` : "";
}
