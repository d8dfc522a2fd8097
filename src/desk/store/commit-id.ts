/** Whether a text may name a commit, whole or shortened: nothing else of a request is passed to Git. */
export function isCommitId(text: string): boolean {
	return /^[0-9a-f]{4,64}$/.test(text);
}
