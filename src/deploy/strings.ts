import type { LockHolder } from "../disk/lock-file.ts";
import { describeHolder } from "../disk/strings.ts";
import { formatNumber } from "../text/index.ts";

/** Texts of deploying and of verifying a site. */
export const strings = {
	checking: "Đối chiếu từng tệp",
	comparing: "So tệp ở nơi nhận",
	copying: "Sao chép tệp",
	noManifest: (directory: string) => `“${directory}” không có manifest.json đọc được.`,
	buildFirst: "Hãy chạy “npm run build” rồi làm lại.",
	brokenSite: (count: number, file: string) =>
		`${formatNumber(count)} tệp của cổng tin không đúng với manifest.json, trước hết là “${file}”; chưa đưa gì lên.`,
	verifyFirst:
		"Hãy chạy “npm run verify-site” để xem đủ, rồi “npm run build -- --recheck” để dựng lại tệp hỏng.",
	siteChanged: "Cổng tin được dựng lại giữa chừng nên dừng đưa lên.",
	runAgain: "Hãy chạy lại lệnh này: nó làm tiếp phần còn dở.",
	noDestination: "Chưa nêu nơi nhận cổng tin.",
	destinationForms: "Nơi nhận có dạng /thư/mục hoặc người-dùng@máy-chủ:/thư/mục.",
	notADestination: (text: string) => `Không hiểu nơi nhận “${text}”.`,
	overlapping: (text: string) => `Nơi nhận “${text}” và cổng tin đã dựng nằm trong nhau.`,
	elsewhere: "Hãy chọn một thư mục riêng cho cổng tin đưa lên.",
	foreignDestination: (text: string) => `“${text}” là thư mục ra của một lần dựng, không phải nơi nhận.`,
	busy: (text: string, holder: LockHolder | undefined) =>
		`Một lần đưa lên “${text}” khác đang chạy${describeHolder(holder)}.`,
	waitForOther: (file: string) =>
		`Hãy đợi lần ấy xong rồi chạy lại. Nếu chắc chắn không còn lệnh nào đang chạy, hãy xóa tệp “${file}”.`,
	noRsync: "Máy này không có rsync, chương trình sao chép tới máy chủ khác.",
	installRsync: "Hãy cài rsync (apt install rsync, dnf install rsync hoặc brew install rsync).",
	rsyncFailed: (target: string, code: number, reason: string) =>
		`rsync không sao chép được tới “${target}” (mã ${code}): ${reason}`,
	rsyncRemedy:
		"Hãy thử “ssh” tới máy chủ ấy, xem quyền ghi ở thư mục nhận và xem ở đó đã có rsync chưa; rồi chạy lại, lệnh sẽ làm tiếp phần còn dở.",
} as const;
