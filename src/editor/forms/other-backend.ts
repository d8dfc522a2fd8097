/**
 * A second front door: the editor of a deployed site signs in at GitHub, GitLab, Forgejo or Netlify and edits the
 * repository there by Decap's own backend, without a desk.
 */
import type { CmsBackend } from "decap-cms-core";
import { strings } from "./strings.ts";

export const otherBackends = ["github", "gitlab", "forgejo", "git-gateway"] as const;
export type OtherBackendName = (typeof otherBackends)[number];

export interface OtherBackend {
	readonly name: OtherBackendName;
	/** As Decap's configuration has it. */
	readonly config: CmsBackend;
	/** Where the content lies in that repository; empty for its root. */
	readonly contentFolder: string;
	/** Servers that the editor's page asks. */
	readonly origins: readonly string[];
}

/** What the technician sets, by the names of environment variables. */
export type BackendVariables = Readonly<
	Partial<
		Record<
			| "CMS_BACKEND"
			| "CMS_REPOSITORY"
			| "CMS_BRANCH"
			| "CMS_CONTENT"
			| "CMS_SERVER"
			| "CMS_APP_ID"
			| "CMS_SIGN_IN_SERVER",
			string
		>
	>
>;

/** The variables do not fit together; the message names all that is wrong. */
export class OtherBackendError extends Error {}

/** Undefined where no backend is asked for. @throws OtherBackendError */
export function otherBackendOf(variables: BackendVariables): OtherBackend | undefined {
	const given = (name: keyof BackendVariables) => variables[name]?.trim() ?? "";
	const wanted = given("CMS_BACKEND");
	if (wanted === "") return undefined;
	const name = otherBackends.find((each) => each === wanted);
	if (!name) throw new OtherBackendError(strings.backend.unknown(wanted, otherBackends));
	const problems: string[] = [];
	const repository = given("CMS_REPOSITORY");
	if (name !== "git-gateway" && !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository)) {
		problems.push(strings.backend.repository);
	}
	const server = originOf("CMS_SERVER", defaultServers[name]);
	const signInServer = originOf("CMS_SIGN_IN_SERVER", "");
	if (name === "forgejo" && server === "") problems.push(strings.backend.server);
	const appId = given("CMS_APP_ID");
	if ((name === "gitlab" || name === "forgejo") && appId === "") problems.push(strings.backend.appId);
	const contentFolder = (variables.CMS_CONTENT ?? "content")
		.trim()
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.join("/");
	if (problems.length > 0) throw new OtherBackendError(problems.join("\n"));
	const branch = given("CMS_BRANCH") || "main";
	const shared = { branch, ...(name !== "git-gateway" && { repo: repository }) };
	return { name, contentFolder, ...doorTo(name, shared, { server, signInServer, appId }) };

	function originOf(variable: "CMS_SERVER" | "CMS_SIGN_IN_SERVER", fallback: string): string {
		const text = given(variable) || fallback;
		if (text === "") return "";
		const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
		if (!isAddress) problems.push(strings.backend.address(variable, text));
		return isAddress ? text.replace(/\/+$/, "") : "";
	}
}

const defaultServers: Readonly<Record<OtherBackendName, string>> = {
	github: "https://api.github.com",
	gitlab: "https://gitlab.com",
	forgejo: "",
	"git-gateway": "",
};

interface Servers {
	readonly server: string;
	readonly signInServer: string;
	readonly appId: string;
}

/** Decap's configuration of a backend: https://decapcms.org/docs/backends-overview/. */
function doorTo(
	name: OtherBackendName,
	shared: { readonly branch: string; readonly repo?: string },
	{ server, signInServer, appId }: Servers,
): Pick<OtherBackend, "config" | "origins"> {
	// Decap's types know no Forgejo.
	const config = (more: object) => ({ name, ...shared, ...more }) as CmsBackend;
	const origin = (address: string) => new URL(address).origin;
	switch (name) {
		case "github":
			return {
				config: config({
					api_root: server,
					...(signInServer !== "" && { base_url: origin(signInServer), auth_endpoint: pathOf(signInServer) }),
				}),
				origins: [origin(server), "https://www.githubstatus.com"],
			};
		case "gitlab":
			return {
				config: config({
					base_url: server,
					api_root: `${server}/api/v4`,
					graphql_api_root: `${server}/api/graphql`,
					auth_type: "pkce",
					app_id: appId,
				}),
				origins: [origin(server)],
			};
		case "forgejo":
			return {
				config: config({ base_url: server, api_root: `${server}/api/v1`, app_id: appId }),
				origins: [origin(server)],
			};
		case "git-gateway":
			return { config: config({}), origins: [] };
	}
}

/** Of a sign-in server's address: where it begins, without a slash. */
function pathOf(address: string): string {
	return new URL(address).pathname.replace(/^\/+|\/+$/g, "") || "auth";
}
