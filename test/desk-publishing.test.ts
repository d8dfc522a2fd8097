/** From a draft to the published page, through HTTP, Git and the build. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Entry, EntryList, SaveAnswer, UploadAnswer } from "../src/desk/messages.ts";
import { draftId, draftText, entryPath, lead, openOffice, save } from "./support/desk-office.ts";
import { articleId } from "./support/desk-store.ts";
import { cookieOf, type DeskClient, waitFor } from "./support/running-desk.ts";

/** A picture with a valid beginning, which passes all checks and then fails in the encoder. */
async function brokenPicture(): Promise<Buffer> {
	const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#fff" } })
		.png({ compressionLevel: 0 })
		.toBuffer();
	return Buffer.from(picture).fill(0xff, 200, picture.length - 20);
}

async function page(reader: DeskClient, address: string) {
	const response = await reader.fetch(address);
	return { status: response.status, text: await response.text() };
}

describe("an article", () => {
	test("is submitted, returned, submitted again, approved and published, and then readers see it", async () => {
		const { writer, editor, publisher, reader } = await openOffice();
		const events = await publisher.events();
		const saved = (await save(writer, draftId, draftText())).body;
		expect(saved).toMatchObject({ id: draftId, state: "writing", merged: false });
		expect((await page(reader, "/2026/11/22/bai-moi.html")).status).toBe(404);

		const sent = (await lead(writer, draftId, "review", saved.revision)).body;
		expect(sent.state).toBe("review");
		const unexplained = await lead(editor, draftId, "writing", sent.revision);
		expect(unexplained.status).toBe(403);
		const returned = (await lead(editor, draftId, "writing", sent.revision, { reason: "Thiếu ảnh" })).body;
		const opened = (await writer.ask<Entry>("GET", entryPath(draftId))).body;
		expect(opened).toMatchObject({ state: "writing", reason: "Thiếu ảnh", published: false });

		const uploaded = await writer.fetch(`/admin/api/uploads?name=${encodeURIComponent("Ảnh hội nghị.png")}`, {
			method: "POST",
			body: new Uint8Array(
				await sharp({ create: { width: 900, height: 600, channels: 3, background: "#17503f" } })
					.jpeg()
					.toBuffer(),
			),
		});
		const upload = (await uploaded.json()) as UploadAnswer;
		expect(upload).toMatchObject({ name: "anh-hoi-nghi.jpg", width: 900, height: 600 });
		const withPicture = await writer.ask<SaveAnswer>("PUT", entryPath(draftId), {
			text: draftText([
				"image:",
				"  src: 22-bai-moi/anh-hoi-nghi.jpg",
				"  alt: Hội nghị",
				"  caption: Toàn cảnh",
			]),
			base: returned.revision,
			assets: [{ path: `articles/${draftId}/anh-hoi-nghi.jpg`, upload: upload.upload }],
		});
		expect(withPicture.status).toBe(200);

		const again = (await lead(writer, draftId, "review", withPicture.body.revision)).body;
		const refused = await lead(writer, draftId, "published", again.revision);
		expect(refused.status).toBe(403);
		expect(refused.body.message).toMatch(/\.$/);
		const approved = (await lead(editor, draftId, "approved", again.revision)).body;
		expect((await lead(editor, draftId, "published", approved.revision)).status).toBe(403);
		expect((await page(reader, "/2026/11/22/bai-moi.html")).status).toBe(404);

		const published = (await lead(publisher, draftId, "published", approved.revision)).body;
		expect(published.state).toBe("published");
		const news = await waitFor(
			events,
			"online",
			({ step, job }) => step === "online" && job === published.online,
		);
		expect(news.entries).toEqual([
			{ id: draftId, title: "Bài mới của phóng viên", address: "/2026/11/22/bai-moi.html" },
		]);
		const online = await page(reader, "/2026/11/22/bai-moi.html");
		expect(online.status).toBe(200);
		expect(online.text).toContain("Bài mới của phóng viên");
		expect(online.text).toMatch(/\/anh\/[^"]*anh-hoi-nghi/);
		expect((await page(reader, "/")).text).toContain("Bài mới của phóng viên");
	});

	test("can be corrected while readers still see the former text", async () => {
		const { desk, writer, publisher, reader } = await openOffice();
		const events = await publisher.events();
		const before = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
		const text = before.text.replace("Đoạn hai.", "Đoạn hai đã sửa.");
		const saved = (await save(publisher, articleId, text, before.revision)).body;
		expect(saved.state).toBe("writing");
		expect((await page(reader, "/2026/11/20/hoi-nghi.html")).text).toContain("Đoạn hai.");
		expect(desk.folder.readers(`articles/${articleId}.md`)).not.toContain("đã sửa");
		const listed = (await writer.ask<EntryList>("GET", "/entries/articles?state=pending")).body;
		expect(listed.entries).toMatchObject([{ id: articleId, published: true, state: "writing" }]);
		await lead(publisher, articleId, "published", saved.revision);
		await waitFor(events, "online", ({ step }) => step === "online");
		expect((await page(reader, "/2026/11/20/hoi-nghi.html")).text).toContain("Đoạn hai đã sửa.");
	});

	test("goes online at its scheduled minute, and can be withdrawn", async () => {
		const { desk, publisher, reader } = await openOffice();
		const events = await publisher.events();
		const saved = (await save(publisher, draftId, draftText())).body;
		// The desk stores whole seconds.
		const soon = new Date(Math.ceil(desk.clock() / 1000) * 1000 + 12_000).toISOString();
		const scheduled = await lead(publisher, draftId, "published", saved.revision, { at: soon });
		expect(scheduled.body).toMatchObject({ state: "approved" });
		expect(Date.parse(scheduled.body.scheduledFor ?? "")).toBe(Date.parse(soon));
		expect((await page(reader, "/2026/11/22/bai-moi.html")).status).toBe(404);
		await waitFor(events, "online", ({ step }) => step === "online");
		expect((await page(reader, "/2026/11/22/bai-moi.html")).status).toBe(200);

		const opened = (await publisher.ask<Entry>("GET", entryPath(draftId))).body;
		const withdrawn = await lead(publisher, draftId, "withdrawn", opened.revision, { reason: "Đăng nhầm" });
		expect(withdrawn.status).toBe(200);
		const { message } = await waitFor(events, "online", ({ step }) => step === "online");
		expect(message).toBe("Cổng tin đã cập nhật.");
		const notice = await page(reader, "/2026/11/22/bai-moi.html");
		expect(notice.text).toContain("Đăng nhầm");
		expect(notice.text).not.toContain("Nội dung bài viết.");
	}, 120_000);

	test("that cannot be built is set aside, while others go online", async () => {
		const { writer, publisher, reader } = await openOffice(
			{ "media/hong.png": await brokenPicture() },
			{ log: [] },
		);
		const events = await publisher.events();
		const image = ["image:", "  src: /media/hong.png", "  alt: Ảnh", "  caption: Ảnh"];
		const saved = (await save(publisher, draftId, draftText(image))).body;
		const other = (
			await save(
				publisher,
				"2026/11/22-bai-khac",
				draftText(["title: Bài khác"]).replace(/title: Bài mới.*\n/, ""),
			)
		).body;
		const badly = await lead(publisher, draftId, "published", saved.revision);
		const well = await lead(publisher, "2026/11/22-bai-khac", "published", other.revision);
		expect([badly.status, well.status]).toEqual([200, 200]);
		const failed = await waitFor(events, "online", ({ step }) => step === "failed");
		expect(failed.entries).toMatchObject([{ id: draftId }]);
		expect(failed.problems?.[0]?.file).toMatch(/22-bai-moi/);
		await waitFor(events, "online", ({ step, job }) => step === "online" && job === well.body.online);
		expect((await page(reader, "/2026/11/22/bai-khac.html")).status).toBe(200);
		expect((await page(reader, "/2026/11/22/bai-moi.html")).status).toBe(404);
		const back = (await writer.ask<Entry>("GET", entryPath(draftId))).body;
		expect(back).toMatchObject({ state: "writing", published: false });
		expect(back.reason).toContain("Không dựng được cổng tin");
	});
});

describe("two people editing one article", () => {
	test("get their changes merged if these are in different fields, and a notice if they are in the same one", async () => {
		const { editor, publisher } = await openOffice();
		const before = (await editor.ask<Entry>("GET", entryPath(articleId))).body;
		const first = await save(
			editor,
			articleId,
			before.text.replace("Đoạn một.", "Đoạn một của Bình."),
			before.revision,
		);
		expect(first.status).toBe(200);
		const merged = await save(
			publisher,
			articleId,
			before.text.replace("tags: [Hội nghị]", "tags: [Hội nghị, Sơ kết]"),
			before.revision,
		);
		expect(merged.body).toMatchObject({ merged: true });
		expect(merged.body.text).toContain("Đoạn một của Bình.");
		expect(merged.body.text).toContain("Sơ kết");
		const conflict = await save(
			publisher,
			articleId,
			before.text.replace("Đoạn một.", "Đoạn một của Chi."),
			before.revision,
		);
		expect(conflict.status).toBe(409);
		expect(conflict.body.message).toContain("Chi");
		expect(conflict.body.conflict.fields).toMatchObject([{ field: "body" }]);
		expect(conflict.body.conflict.theirs).toContain("Đoạn một của Bình.");
	});

	test("see each other, and one can take over from the other", async () => {
		const { editor, publisher } = await openOffice();
		const events = await editor.events();
		await editor.ask("POST", `${entryPath(articleId)}/presence`, {});
		const there = await publisher.ask<{ openBy: { name: string }[] }>(
			"POST",
			`${entryPath(articleId)}/presence`,
			{},
		);
		expect(there.body.openBy.map(({ name }) => name)).toEqual(["Binh", "Chi"]);
		const taken = await publisher.ask<{ openBy: { name: string }[] }>(
			"POST",
			`${entryPath(articleId)}/presence`,
			{ taking: true },
		);
		expect(taken.body.openBy.map(({ name }) => name)).toEqual(["Chi", "Binh"]);
		const seen = await waitFor(events, "presence", ({ openBy }) => openBy[0]?.name === "Chi");
		expect(seen.id).toBe(articleId);
	});
});

test("an expired session loses no text: after signing in again, the save continues", async () => {
	const { desk, writer } = await openOffice();
	await writer.fetch("/ban-lam-viec/dang-nhap/ra/", { method: "POST" });
	expect((await save(writer, draftId, draftText())).status).toBe(401);
	const form = new URLSearchParams({ email: "an@thu.example.vn", password: "mật khẩu của An" });
	const answer = await desk.stranger.fetch("/admin/auth/sign-in/email", {
		method: "POST",
		body: JSON.stringify(Object.fromEntries(form)),
		headers: { "Content-Type": "application/json" },
	});
	expect(answer.status).toBe(200);
	const cookie = cookieOf(answer);
	const back = await writer.fetch(`/admin/api${entryPath(draftId)}`, {
		method: "PUT",
		body: JSON.stringify({ text: draftText(), base: null }),
		headers: { "Content-Type": "application/json", Cookie: cookie },
	});
	expect(back.status).toBe(200);
});
