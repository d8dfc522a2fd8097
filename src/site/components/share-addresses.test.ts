import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleSite } from "./sample-views.ts";
import { shareAddresses } from "./share-addresses.ts";

const url = "https://vi-du.example/2017/07/13/bai.html";

describe("shareAddresses", () => {
	test("escapes characters of a title that would end the mail's subject", () => {
		const { mail } = shareAddresses(sampleSite, "Hỏi & đáp: 100% “khéo”?", url);
		const query = new URLSearchParams(mail.slice("mailto:?".length));
		expect(query.get("subject")).toBe("Hỏi & đáp: 100% “khéo”?");
		expect(query.get("body")).toBe(`Mời bạn đọc bài “Hỏi & đáp: 100% “khéo”?”:\n${url}`);
		expect(mail).not.toContain("+");
	});

	test("passes Facebook the whole address", () => {
		const { facebook } = shareAddresses(sampleSite, "Bài", `${url}?a=1&b=2`);
		expect(new URL(facebook).searchParams.get("u")).toBe(`${url}?a=1&b=2`);
	});

	test("passes Zalo any address in base64 without padding", () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
				const payload = new URL(shareAddresses(sampleSite, "Bài", address).zalo).searchParams.get("d") ?? "";
				expect(payload).not.toContain("=");
				expect(JSON.parse(atob(payload))).toEqual({ url: new URL(address).href });
			}),
		);
	});

	test("passes Zalo a domain with Vietnamese letters", () => {
		const payload = new URL(
			shareAddresses(sampleSite, "Bài", "https://tỉnh.example/a.html").zalo,
		).searchParams.get("d");
		expect(JSON.parse(atob(payload ?? "")).url).toMatch(/^https:\/\/xn--/);
	});
});
