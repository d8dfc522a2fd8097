import { expect, test } from "vitest";
import { optionsNamed } from "./options-named.ts";

const options = [
	"Ủy ban Mặt trận Tổ quốc",
	"Hội đồng nhân dân tỉnh",
	"Ban Dân vận",
	"Kết luận số 24-KL/TW",
].map((title, id) => ({ id: String(id), title }));

test.each([
	["", [0, 1, 2, 3]],
	["mttq", [0]],
	["HĐND", [1]],
	["dan va", [2]],
	["daan vaajn", [2]],
	["danvan", [2]],
	["kl 24", [3]],
	["24kl/tw", [3]],
	["công đoàn", []],
])("“%s” finds names as the desk does", (query, expected) => {
	expect(optionsNamed(options, query).map(({ id }) => Number(id))).toEqual(expected);
});
