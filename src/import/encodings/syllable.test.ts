import { expect, test } from "vitest";
import { isSyllable } from "./syllable.ts";

test.each("nghiêng Nghiêng HUYỆN quyết giếng gì khuỷu hoà hòa thuở ưỡn y Đắk xoong ý ngoằn".split(" "))(
	"%s is a syllable",
	(word) => {
		expect(isSyllable(word)).toBe(true);
	},
);

test.each("hôc héi trưởngg ñi Toâi Müller hộc̀ nghiêngg bất́ cạp̃ cãc wăn Zoë çô".split(" "))(
	"%s is not a syllable",
	(word) => {
		expect(isSyllable(word)).toBe(false);
	},
);
