import { describe, expect, test } from "vitest";
import { OtherBackendError, otherBackendOf } from "./other-backend.ts";

describe("the editor with another backend", () => {
	test("is built only on demand", () => {
		expect(otherBackendOf({})).toBeUndefined();
		expect(otherBackendOf({ CMS_BACKEND: " ", CMS_REPOSITORY: "a/b" })).toBeUndefined();
	});

	test.each([
		[
			{
				CMS_BACKEND: "github",
				CMS_REPOSITORY: "tinh/tin",
				CMS_SIGN_IN_SERVER: "https://vao.example.vn/oauth/",
			},
			{
				config: {
					name: "github",
					repo: "tinh/tin",
					branch: "main",
					api_root: "https://api.github.com",
					base_url: "https://vao.example.vn",
					auth_endpoint: "oauth",
				},
				contentFolder: "content",
				origins: ["https://api.github.com", "https://www.githubstatus.com"],
			},
		],
		[
			{ CMS_BACKEND: "gitlab", CMS_REPOSITORY: "tinh/ban/tin", CMS_APP_ID: "ma", CMS_BRANCH: "chinh" },
			{
				config: {
					name: "gitlab",
					branch: "chinh",
					auth_type: "pkce",
					app_id: "ma",
					base_url: "https://gitlab.com",
				},
				origins: ["https://gitlab.com"],
			},
		],
		[
			{
				CMS_BACKEND: "forgejo",
				CMS_REPOSITORY: "tinh/tin",
				CMS_SERVER: "https://git.example.vn/",
				CMS_APP_ID: "ma",
				CMS_CONTENT: ".",
			},
			{
				config: { api_root: "https://git.example.vn/api/v1" },
				contentFolder: ".",
				origins: ["https://git.example.vn"],
			},
		],
		[{ CMS_BACKEND: "git-gateway" }, { config: { name: "git-gateway", branch: "main" }, origins: [] }],
	])("%j", (variables, door) => {
		const { contentFolder, ...rest } = door as { contentFolder?: string };
		const made = otherBackendOf(variables);
		expect(made).toMatchObject(rest);
		expect(made?.contentFolder).toBe(contentFolder === "." ? "" : (contentFolder ?? "content"));
	});

	test("names all faults of its settings at once", () => {
		expect(() => otherBackendOf({ CMS_BACKEND: "svn" })).toThrow(OtherBackendError);
		const wrong = { CMS_BACKEND: "forgejo", CMS_REPOSITORY: "tin", CMS_SERVER: "javascript:alert(1)" };
		expect(() => otherBackendOf(wrong)).toThrow(
			/CMS_REPOSITORY[\s\S]*CMS_APP_ID|CMS_SERVER[\s\S]*CMS_APP_ID/,
		);
	});
});
