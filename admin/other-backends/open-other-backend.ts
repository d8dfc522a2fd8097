import CMS from "decap-cms-app";
import type { OtherBackendName } from "../../src/editor/forms/index.ts";
import { findRelationsBy } from "../relations.ts";
import { strings } from "../strings.ts";
import { findInSite } from "./site-relations.ts";

type BackendClass = new (...args: readonly unknown[]) => unknown;

interface RegisteredBackend {
	init: (...args: readonly unknown[]) => unknown;
}

/** Each is a separate script, which only a site that uses it has. */
const backends: Readonly<Record<OtherBackendName, () => Promise<{ readonly Backend: BackendClass }>>> = {
	github: () => import("./github.ts"),
	gitlab: () => import("./gitlab.ts"),
	forgejo: () => import("./forgejo.ts"),
	"git-gateway": () => import("./git-gateway.ts"),
};

/** Registers one of Decap's own backends, and shows a notice of what it lacks. */
export async function openOtherBackend(name: OtherBackendName): Promise<void> {
	const { Backend } = await backends[name]();
	findRelationsBy(findInSite);
	// Decap's app has registered a placeholder with this name, and accepts no second one.
	const registered = (CMS as unknown as { getBackend(name: string): RegisteredBackend }).getBackend(name);
	registered.init = (...args) => new Backend(...args);
	const notice = document.createElement("p");
	notice.className = "other-backend-notice";
	notice.textContent = strings.otherBackend;
	document.body.prepend(notice);
}
