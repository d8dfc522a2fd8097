import { strings as model } from "../../model/strings.ts";

/** What the editor's forms say beyond the fields' own labels. */
export const strings = {
	collections: {
		articles: { label: "Bài viết", singular: "Bài viết" },
		authors: { label: "Tác giả", singular: "Tác giả" },
		committees: { label: "Ban, cơ quan", singular: "Ban, cơ quan" },
		tags: { label: "Từ khóa", singular: "Từ khóa" },
		pages: { label: "Trang cố định", singular: "Trang" },
		...model.recordCollections,
		settings: { label: "Cài đặt cổng tin", singular: "Cài đặt" },
	},
	backend: {
		unknown: (name: string, known: readonly string[]) =>
			`CMS_BACKEND=${name}: không có cách đăng nhập này. Dùng một trong ${known.join(", ")}, hoặc bỏ biến này để dùng bàn làm việc.`,
		repository: "CMS_REPOSITORY: thiếu hoặc sai kho. Viết như co-quan/trang-tin.",
		server: "CMS_SERVER: thiếu địa chỉ máy chủ Forgejo. Viết như https://git.example.vn.",
		appId:
			"CMS_APP_ID: thiếu mã ứng dụng. Tạo ứng dụng OAuth (công khai, PKCE) trên máy chủ Git rồi sao chép mã vào.",
		address: (name: string, text: string) => `${name}=${text}: không phải địa chỉ http(s).`,
	},
	site: "Thông tin chung của cổng tin",
	groups: {
		whoAndWhere: "Người viết, ngày giờ, phân loại",
		beside: "Tin liên quan, tệp đính kèm, nguồn",
		more: "Mục khác",
	},
	length: (min: number, max: number) => `cần từ ${min} đến ${max} ký tự`,
	commaSeparated: "Gõ xong một mục thì bấm Enter hoặc dấu phẩy.",
	formerProvince: (name: string, until: string) => `${name} (đến ${until})`,
	unknownField: "mục này không có trong mẫu; hãy báo bộ phận kỹ thuật xóa khỏi tệp",
	notSaved: (problems: readonly string[]) => `chưa lưu được vì: ${problems.join("; ")}`,
	noWords: "cần có chữ cái hoặc chữ số",
	reservedName: (name: string) => `“${name}” là địa chỉ mà cổng tin đang dùng; hãy đổi tiêu đề`,
	commit: {
		create: "Thêm {{collection}} “{{slug}}”",
		update: "Sửa {{collection}} “{{slug}}”",
		delete: "Xóa {{collection}} “{{slug}}”",
		uploadMedia: "Tải lên “{{path}}”",
		deleteMedia: "Xóa tệp “{{path}}”",
	},
} as const;
