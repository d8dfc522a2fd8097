/** The statistics for editors: a page of the desk, a table, and who may see them. */
import { expect, test } from "vitest";
import { articleText } from "./support/content-folder.ts";
import { DeskFolder } from "./support/desk-store.ts";
import { officeContent, TestDesk } from "./support/running-desk.ts";
import { browserAgent } from "./support/voice-server.ts";

const content = {
	...officeContent,
	"site.yml": `${officeContent["site.yml"]}\nvoice:\n  views: true\n  comments: all\n`,
	"articles/2026/11/20-lua-chin.md": articleText(["title: Lúa chín ở xã Tây"], "Một đoạn.\n"),
};

test("the desk shows which articles were read, where readers came from, and searches without results", async () => {
	const desk = await TestDesk.open(new DeskFolder({ files: content }));
	await desk.desk.firstBuild;
	const reader = desk.stranger;
	const post = (path: string, body: string) =>
		reader.fetch(`/tieng-noi/${path}`, { method: "POST", body, headers: { "User-Agent": browserAgent } });
	expect((await post("xem", "/2026/11/20/lua-chin.html\ntim.example.vn")).status).toBe(204);
	expect((await post("khong-thay", "lũ ống xã Tây")).status).toBe(204);
	for (const formula of ["=HYPERLINK(1)", "＝HYPERLINK(1)"])
		expect((await post("khong-thay", formula)).status).toBe(204);
	expect((await post("khong-thay", "0912 345 678 an@thu.example.vn")).status).toBe(204);

	const writer = await desk.signIn("An", [{ role: "writer", committees: "all" }]);
	const page = await (await writer.fetch("/ban-lam-viec/thong-ke/")).text();
	for (const shown of ["Lúa chín ở xã Tây", "tim.example.vn", "lũ ống xã tây"]) expect(page).toContain(shown);
	expect(page).not.toContain("0912");
	const table = await writer.fetch("/ban-lam-viec/thong-ke/bang.csv?tu=2026-11-01&den=2026-11-30");
	expect(table.headers.get("Content-Type")).toContain("text/csv");
	const text = await table.text();
	expect(text).toContain('"Bài được đọc","Lúa chín ở xã Tây","/2026/11/20/lua-chin.html","1"');
	for (const cell of ["'=hyperlink(1)", "'＝hyperlink(1)"]) expect(text).toContain(`"${cell}"`);
	const before = await (await writer.fetch("/ban-lam-viec/thong-ke/?tu=2020-01-01&den=2020-12-31")).text();
	expect(before).not.toContain("tim.example.vn");
	const typed = await (await writer.fetch("/ban-lam-viec/thong-ke/?tu=1-11-2026&den=30/11/2026")).text();
	expect(typed).toContain("tim.example.vn");
	expect(typed).toContain('value="01/11/2026"');

	expect((await writer.fetch("/ban-lam-viec/y-kien/")).status).toBe(403);
	expect((await reader.fetch("/ban-lam-viec/thong-ke/")).status).toBe(303);
	const editor = await desk.signIn("Binh", [{ role: "editor", committees: "all" }]);
	const form = (body: string) =>
		editor.fetch("/ban-lam-viec/y-kien/", {
			method: "POST",
			body,
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});
	expect((await form("decision=words&words=đất+đai%0AThu+hồi")).status).toBe(303);
	expect(await (await editor.fetch("/ban-lam-viec/y-kien/")).text()).toContain("đất đai\nThu hồi");
	expect((await form("decision=approve&id=khongcogi123")).status).toBe(303);
	expect((await form("decision=xoa")).status).toBe(400);
});
