/** Whether the reader's browser asks sites to send less. */
export function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/** The day in Việt Nam, as "2026-11-22". */
export function todayInVietnam(): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}
