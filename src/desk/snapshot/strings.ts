export const strings = {
	noRepository: (path: string) => `Thư mục ${path} không nằm trong kho Git nào.`,
	noCommit: (path: string) => `Kho Git của ${path} chưa có bản ghi nào.`,
	isInside: (folder: string) => `Bản sao lưu không thể nằm trong ${folder}.`,
	diskFull: (folder: string) => `Ổ đĩa của ${folder} đã đầy.`,
	/** How a backup is used. `branch` is the readers' branch. */
	guide: (branch: string, content: string) => `BẢN SAO LƯU CỦA BÀN LÀM VIỆC

kho.bundle   toàn bộ kho Git: mọi bài đã đăng, mọi bản nháp, lịch sử, thùng rác
data/        tài khoản, cài đặt, số liệu và ý kiến bạn đọc, chữ chưa lưu
SHA256SUMS   mã kiểm tra của từng tệp

Kiểm tra:

    sha256sum -c SHA256SUMS

Khôi phục vào một thư mục mới, tại thư mục chứa tệp này:

    git init --initial-branch=${branch} /srv/tin
    git -C /srv/tin fetch --update-head-ok "$PWD/kho.bundle" '+refs/*:refs/*'
    git -C /srv/tin checkout --force ${branch}
    cp -a data /srv/tin/.desk

Rồi trong /srv/tin: npm ci, npm run desk -- --content ${content} với các tùy chọn như trước.

Với kho Git trần (--repository), thay ba lệnh git bằng: git clone --mirror kho.bundle /srv/tin.git

Thư mục này có mật khẩu và bài chưa đăng: chỉ người quản trị được đọc.
`,
} as const;
