/** Texts about fetching from an old portal. */
export const strings = {
	notWebAddress: (address: string) => `“${address}” không phải địa chỉ web.`,
	otherHost: (address: string, host: string) =>
		`“${address}” ở máy chủ khác: mỗi lần nhập chỉ tải từ một máy chủ (${host}).`,
	forbidden: (address: string) => `robots.txt của máy chủ không cho tải “${address}”.`,
	noRobots: (host: string) =>
		`Không đọc được robots.txt của ${host} nên không tải gì: hãy thử lại sau khi máy chủ hoạt động.`,
	status: (address: string, status: number) => `Máy chủ trả lời ${status} cho “${address}”.`,
	unreachable: (address: string, reason: string) => `Không tải được “${address}” (${reason}).`,
	tooLarge: (address: string, limit: string) => `“${address}” dài quá ${limit} nên không tải.`,
	tooManyRedirects: (address: string) => `“${address}” chuyển hướng quá nhiều lần nên không tải.`,
} as const;
