/** Whether the reader's browser is in data-saving mode. */
export function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
