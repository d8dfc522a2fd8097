import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { renderNginxRedirects } from "./nginx-redirects.ts";

const to = asUrlPath("/2026/11/22/mua-gat.html");

describe("renderNginxRedirects", () => {
	test.each([
		{ name: "a path", from: "/tin/12.html", expected: "/tin/12.html" },
		{ name: "a query", from: "/index.php?nv=news&id=12", expected: "/index.php?nv=news&id=12" },
		{ name: "Vietnamese letters", from: "/tin/mùa-gặt?q=gặt", expected: "/tin/mùa-gặt?q=g%E1%BA%B7t" },
		{ name: "percent signs", from: "/tin/m%C3%B9a%20g%E1%BA%B7t", expected: "/tin/mùa gặt" },
		{ name: "percent signs that mean nothing", from: "/tin/100%-xong", expected: "/tin/100%-xong" },
		{ name: "slashes that nginx merges", from: "/tin//12", expected: "/tin/12" },
		{ name: "quotation marks and backslashes", from: "/tin/%22a%5C", expected: '/tin/\\"a\\\\' },
	])("writes $name", ({ from, expected }) => {
		expect(renderNginxRedirects({ redirects: [{ from, to }] })).toBe(
			`"${expected}" "/2026/11/22/mua-gat.html";\n`,
		);
	});

	test("has only one of two addresses that are equal to nginx, whatever the order of articles", () => {
		const redirects = ["/tin/b", "/Tin/A", "/tin/a"].map((from, at) => ({
			from,
			to: asUrlPath(`/2026/11/22/${at}.html`),
		}));
		const text = '"/Tin/A" "/2026/11/22/1.html";\n"/tin/b" "/2026/11/22/0.html";\n';
		expect(renderNginxRedirects({ redirects })).toBe(text);
		expect(renderNginxRedirects({ redirects: redirects.toReversed() })).toBe(text);
	});
});
