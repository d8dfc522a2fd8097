/**
 * Replaces localForage in the bundle. Decap would store its own copy of unsaved texts there, one for all people of a
 * browser, and rarely restores it; ours is in `unsaved/`. What backends cache in it lasts as long as the page.
 */
const kept = new Map<string, unknown>();

export default {
	async getItem(key: string): Promise<unknown> {
		return kept.get(key) ?? null;
	},
	async setItem(key: string, value: unknown): Promise<unknown> {
		if (!key.startsWith("backup")) kept.set(key, value);
		return value;
	},
	async removeItem(key: string): Promise<void> {
		kept.delete(key);
	},
	async clear(): Promise<void> {
		kept.clear();
	},
};
