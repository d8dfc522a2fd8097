import { expect, test } from "vitest";
import { deskListOf } from "./desk-list-of.ts";

test.each([
	["", "/ban-lam-viec/"],
	["#/", "/ban-lam-viec/"],
	["#/workflow", "/ban-lam-viec/"],
	["#/collections/articles", "/ban-lam-viec/bai-viet/"],
	["#/collections/articles/filter/2026", "/ban-lam-viec/bai-viet/"],
	["#/collections/articles/search/n%C3%B4ng%20th%C3%B4n", "/ban-lam-viec/bai-viet/?q=n%C3%B4ng%20th%C3%B4n"],
	["#/search/dan%20van", "/ban-lam-viec/bai-viet/?q=dan%20van"],
	["#/collections/authors", "/ban-lam-viec/trang/"],
	["#/collections/settings", "/ban-lam-viec/trang/"],
	["#/collections/articles/new", undefined],
	["#/collections/articles/entries/2026/11/22-hoi-nghi", undefined],
	["#/collections/settings/entries/site", undefined],
	["#/edit/articles/x", undefined],
])("%s is shown at %s", (hash, address) => {
	expect(deskListOf(hash)).toBe(address);
});
