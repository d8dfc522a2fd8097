/**
 * Whether a moment is less than a while ago. After the clock was set back, a moment that lies ahead is not.
 *
 * @param now milliseconds since 1970, as the moment is
 */
export function isRecent(moment: number, milliseconds: number, now: number): boolean {
	return moment <= now && now - moment < milliseconds;
}
