import fc from "fast-check";
import { expect, test } from "vitest";
import { readLine, UnreadableLineError } from "./read-line.ts";

const agent = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0.0.0";

function line({
	moment = "22/Nov/2026:08:30:00 +0700",
	request = "GET /2026/11/22/hoi-nghi.html HTTP/1.1",
	status = "200",
	address = "10.1.1.1",
	referrer = "https://tim.example/",
	end = "",
}) {
	return `${address} - - [${moment}] "${request}" ${status} 5120 "${referrer}" "${agent}"${end}`;
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
	["behind the name of a virtual host", { address: "tin.example.vn:443 10.1.1.1" }, { address: "10.1.1.1" }],
	[
		"of an address that was resolved to a host name",
		{ address: "may-1.example.vn" },
		{ address: "may-1.example.vn" },
	],
	["with the address of a proxy behind it", { end: ' "203.0.113.5" 0.002' }, { agent }],
	["with the end of a line of Windows", { end: "\r" }, { agent }],
	[
		"from quoted words, as Apache writes them",
		{ referrer: 'https://tim.example/?q=\\"lúa\\" \\\\' },
		{ agent },
	],
	[
		"from quoted words, as nginx writes them",
		{ referrer: "https://tim.example/?q=\\x22lúa\\x22" },
		{ agent },
	],
	["from nowhere", { referrer: "-" }, { agent }],
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
	["a part of a page", line({ status: "206" })],
	["TLS that came in as text", '10.1.1.1 - - [22/Nov/2026:08:30:00 +0700] "\\x16\\x03\\x01" 400 157 "-" "-"'],
])("%s is not a visit", (_, text) => {
	expect(readLine(text)).toBeUndefined();
});

test.each([
	["with a month that does not exist", line({ moment: "22/Mmm/2026:08:30:00 +0700" })],
	["that was only half written", line({}).slice(0, 60)],
	["that is empty", ""],
	["of the common format, without a browser", line({}).split(' "https')[0] ?? ""],
	[
		"of IIS",
		"2026-11-22 01:30:00 10.0.0.1 GET /2026/11/22/a.html - 443 - 10.1.1.1 Mozilla/5.0+(X) - 200 0 0 15",
	],
	["of JSON, as Caddy writes it", '{"ts":1732240000,"request":{"uri":"/2026/11/22/a.html"},"status":200}'],
])("a line %s is of another format", (_, text) => {
	expect(() => readLine(text)).toThrow(UnreadableLineError);
});

test("any text is read without a fault", () => {
	const anyText = fc.property(fc.string({ unit: "binary" }), fc.nat(200), (text, at) => {
		const whole = line({});
		for (const each of [text, whole.slice(0, at) + text + whole.slice(at)]) {
			try {
				readLine(each);
			} catch (error) {
				if (!(error instanceof UnreadableLineError)) throw error;
			}
		}
	});
	expect(() => fc.assert(anyText)).not.toThrow();
});
