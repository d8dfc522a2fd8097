/**
 * For `.catch`, where a file or folder need not be there. What is there and cannot be read is another matter.
 *
 * @throws every other error
 */
export function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== "ENOENT") throw error;
	return undefined;
}
