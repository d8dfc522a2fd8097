import { describe, expect, test } from "vitest";
import { asSlug } from "../model/ids.ts";
import { AuthorRegister } from "./author-register.ts";

describe("AuthorRegister", () => {
	test("treats names that differ in case, spaces, tone placement or Unicode form as one author", () => {
		const register = new AuthorRegister();
		expect(register.idOf("Lê Dân")).toBe("le-dan");
		expect(register.idOf("LÊ  DÂN")).toBe("le-dan");
		expect(register.idOf("Lê Dân".normalize("NFD"))).toBe("le-dan");
		expect(["Lý Thúy Hòa", "Lý Thuý Hoà"].map((name) => register.idOf(name))).toEqual(
			Array(2).fill("ly-thuy-hoa"),
		);
	});

	test("distinguishes names that differ in accents", () => {
		const register = new AuthorRegister();
		expect(["Lê Dân", "Lê Dần", "Lê Đan", "Lê Dần"].map((name) => register.idOf(name))).toEqual([
			"le-dan",
			"le-dan-2",
			"le-dan-3",
			"le-dan-2",
		]);
		expect(["Tường Vi", "Tường Vy"].map((name) => register.idOf(name))).toEqual(["tuong-vi", "tuong-vy"]);
	});

	test("finds authors that have a file, and never reuses another's id", () => {
		const register = new AuthorRegister();
		register.add(asSlug("bien-tap"), "Ban Biên tập");
		register.add(asSlug("le-dan"));
		expect(register.idOf("BAN BIÊN TẬP")).toBe("bien-tap");
		expect(register.idOf("Lê Dân")).toBe("le-dan-2");
	});

	test("has an id for a name without any letters for a slug", () => {
		expect(new AuthorRegister().idOf("新华")).toBe("tac-gia");
	});
});
