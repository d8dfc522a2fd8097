import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What Decap says in English whatever the language, by the file of its core that says it. */
const phrases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"actions/mediaLibrary.js": {
		"Failed to persist media: ": "Không giữ được tệp: ",
		"Failed to delete media: ": "Không xóa được tệp: ",
		" already exists. Do you want to replace it?": " đã có. Thay bằng tệp mới?",
	},
	"backend.js": {
		"Errors occurred while searching entries locally!": "Có lỗi khi tìm.",
	},
};

/**
 * Puts Vietnamese in the place of what Decap does not take from its locale.
 *
 * @throws where a phrase is not in the file any more: then a new version has to be looked at
 */
export function translateFixedPhrases(): Plugin {
	return {
		name: "translate-fixed-phrases-of-decap",
		setup(build) {
			build.onLoad({ filter: /decap-cms-core[\\/]dist[\\/]esm[\\/].*\.js$/ }, async ({ path }) => {
				const file = path.replaceAll("\\", "/").split("/dist/esm/")[1] ?? "";
				const wanted = phrases[file];
				if (!wanted) return undefined;
				let contents = await readFile(path, "utf8");
				for (const [english, vietnamese] of Object.entries(wanted)) {
					if (!contents.includes(english))
						throw new Error(`${file} of decap-cms-core does not say "${english}".`);
					contents = contents.replaceAll(english, vietnamese);
				}
				return { contents };
			});
		},
	};
}
