import { describe, expect, test } from "vitest";
import { repairHtml } from "./repair-html.ts";
import { toTcvn3 } from "./tcvn3.ts";

const sentence = "sáng nay, các xã họp bàn về đường làng";

describe("repairHtml", () => {
	test("converts text between tags and leaves tags unchanged", () => {
		const html = `<p class="¸">${toTcvn3(sentence)}<br/><img alt="¸" src="µ.jpg"></p>`;
		expect(repairHtml(html)).toMatchObject({
			html: `<p class="¸">${sentence}<br/><img alt="¸" src="µ.jpg"></p>`,
			changes: [{ kind: "tcvn3" }],
		});
	});

	test("writes capitals for a font that draws them, to the end of its element", () => {
		const html = `<p><font face=".VnTimeH">${toTcvn3("bộ tài chính")}</font><br>${toTcvn3(sentence)}</p>`;
		expect(repairHtml(html).html).toBe(`<p><font face=".VnTimeH">BỘ TÀI CHÍNH</font><br>${sentence}</p>`);
	});

	test("decodes references to letters, never those to markup characters", () => {
		expect(repairHtml(`<p>${toTcvn3(sentence)} &lt;b&gt; &amp; tr&#173;&ecirc;ng</p>`).html).toBe(
			`<p>${sentence} &lt;b&gt; &amp; trường</p>`,
		);
	});

	test("decodes references that were encoded twice, and tells which", () => {
		expect(repairHtml("<p>h&amp;agrave;ng c&amp;#226;y &amp;lt;b&amp;gt; &amp;xyz;</p>")).toEqual({
			html: "<p>hàng cây &amp;lt;b&amp;gt; &amp;xyz;</p>",
			changes: [{ kind: "entities", before: "&agrave; &#226;", after: "à â" }],
		});
	});

	test("leaves Unicode unchanged, including references", () => {
		const html = `<p style="font-family: .VnTime">${sentence} &agrave; &lt;</p>`;
		expect(repairHtml(html)).toEqual({ html, changes: [] });
	});
});
