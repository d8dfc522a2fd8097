import type { Plugin } from "esbuild";
import { productFolder } from "../program/product-folder.js";

/** Parts of `decap-cms-app` that the portal's forms do not use, with the export that the app registers. */
const leftOut: Readonly<Record<string, string>> = {
	"decap-cms-backend-aws-cognito-github-proxy": "AwsCognitoGitHubProxyBackend",
	"decap-cms-backend-azure": "AzureBackend",
	"decap-cms-backend-bitbucket": "BitbucketBackend",
	"decap-cms-backend-forgejo": "ForgejoBackend",
	"decap-cms-backend-git-gateway": "GitGatewayBackend",
	"decap-cms-backend-gitea": "GiteaBackend",
	"decap-cms-backend-github": "GitHubBackend",
	"decap-cms-backend-gitlab": "GitLabBackend",
	"decap-cms-backend-proxy": "ProxyBackend",
	"decap-cms-backend-test": "TestBackend",
	"decap-cms-editor-component-image": "default",
	"decap-cms-locales": "default",
	"decap-cms-widget-code": "default",
	"decap-cms-widget-colorstring": "default",
	"decap-cms-widget-file": "default",
	"decap-cms-widget-image": "default",
	"decap-cms-widget-map": "default",
	"decap-cms-widget-markdown": "default",
	"decap-cms-widget-number": "default",
	"decap-cms-widget-relation": "default",
	"decap-cms-widget-richtext": "default",
	"decap-cms-widget-datetime": "default",
	"decap-cms-widget-select": "default",
	"decap-cms-widget-string": "default",
	"decap-cms-widget-text": "default",
	"decap-cms-widget-uuid": "default",
};

/** Decap's page for errors, which leads to its own issues at GitHub, and ours. */
const errorPage = /decap-cms-core[\\/]dist[\\/]esm[\\/]components[\\/]UI[\\/]ErrorBoundary\.js$/;
const ownErrorPage = `export { BrokenForm as default } from "./admin/broken-form.tsx";`;

const namespace = "left-out-of-decap";

/**
 * Leaves out of the bundle what `decap-cms-app` registers and the portal does not use. Only the app's own imports are
 * answered so: a file of ours that imports one of these packages gets it. In the place of Decap's page for errors comes
 * ours.
 */
export function leaveOutUnusedParts(): Plugin {
	return {
		name: "leave-out-unused-parts-of-decap",
		setup(build) {
			build.onResolve({ filter: /^decap-cms-/ }, ({ path, importer }) =>
				Object.hasOwn(leftOut, path) && /[\\/]decap-cms-app[\\/]/.test(importer)
					? { path, namespace, sideEffects: false }
					: undefined,
			);
			build.onLoad({ filter: errorPage }, () => ({ contents: ownErrorPage, resolveDir: productFolder }));
			build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
				contents: standIn(path, leftOut[path] ?? ""),
			}));
		},
	};
}

/** A module of the same shape that registers nothing of use under a name that nobody asks for. */
function standIn(path: string, exported: string): string {
	if (exported !== "default") return `export class ${exported} {}`;
	if (path === "decap-cms-locales") return "export {};";
	if (path.startsWith("decap-cms-editor-component-"))
		return `export default { id: "${path}", label: "", fields: [] };`;
	return `export default { Widget: () => ({ name: "${path}", controlComponent: () => null }) };`;
}
