/** A moment as people say it: "9:42 hôm nay", "9:42 ngày 22/11/2026"; always in Vietnam's time. */
export function formatMomentShortly(moment: string | number, now = Date.now()): string {
	const date = new Date(moment);
	const part = (options: Intl.DateTimeFormatOptions, at: Date) =>
		new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", ...options }).format(at);
	const time = part({ hour: "numeric", minute: "2-digit", hourCycle: "h23" }, date);
	const day = part({ day: "2-digit", month: "2-digit", year: "numeric" }, date);
	const today = part({ day: "2-digit", month: "2-digit", year: "numeric" }, new Date(now));
	return day === today ? `${time} hôm nay` : `${time} ngày ${day}`;
}
