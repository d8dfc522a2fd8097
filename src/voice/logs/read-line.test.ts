import fc from "fast-check";
import { expect, test } from "vitest";
import { readLine } from "./read-line.ts";

const agent = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0.0.0";

function line({
	moment = "22/Nov/2026:08:30:00 +0700",
	request = "GET /2026/11/22/hoi-nghi.html HTTP/1.1",
	status = "200",
	address = "10.1.1.1",
}) {
	return `${address} - - [${moment}] "${request}" ${status} 5120 "https://tim.example/" "${agent}"`;
}

test.each([
	[
		"as nginx writes it",
		{},
		{ day: "2026-11-22", path: "/2026/11/22/hoi-nghi.html", address: "10.1.1.1", agent },
	],
	[
		"with a query",
		{ request: "GET /2026/11/22/hoi-nghi.html?utm_source=zalo HTTP/2.0" },
		{ path: "/2026/11/22/hoi-nghi.html" },
	],
	["of a server in UTC, a day behind", { moment: "21/Nov/2026:17:30:00 +0000" }, { day: "2026-11-22" }],
	["of a server west of it", { moment: "21/Nov/2026:12:30:00 -0500" }, { day: "2026-11-22" }],
	["not changed since", { status: "304" }, { path: "/2026/11/22/hoi-nghi.html" }],
	["of a folder", { request: "GET / HTTP/1.1" }, { path: "/" }],
	["over IPv6", { address: "2001:db8::1" }, { address: "2001:db8::1" }],
])("a page %s is a visit", (_, parts, visit) => {
	expect(readLine(line(parts))).toMatchObject(visit);
});

test.each([
	["an error", line({ status: "404" })],
	["a redirect", line({ status: "301" })],
	["a picture", line({ request: "GET /anh/a.webp HTTP/1.1" })],
	["what was sent", line({ request: "POST /2026/11/22/hoi-nghi.html HTTP/1.1" })],
	["a question about it", line({ request: "HEAD /2026/11/22/hoi-nghi.html HTTP/1.1" })],
	["a month that there is not", line({ moment: "22/Mmm/2026:08:30:00 +0700" })],
	["half a line", line({}).slice(0, 60)],
	["nothing", ""],
	["TLS that came in as text", '10.1.1.1 - - [22/Nov/2026:08:30:00 +0700] "\\x16\\x03\\x01" 400 157 "-" "-"'],
])("%s is not a visit", (_, text) => {
	expect(readLine(text)).toBeUndefined();
});

test("any text is read without a fault", () => {
	const anyText = fc.property(fc.string({ unit: "binary" }), fc.nat(200), (text, at) => {
		const whole = line({});
		readLine(text);
		readLine(whole.slice(0, at) + text + whole.slice(at));
	});
	expect(() => fc.assert(anyText)).not.toThrow();
});
