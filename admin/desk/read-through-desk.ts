import type { CmsBackend, CmsConfig } from "decap-cms-core";

/** Settings of Decap's that would have it load every entry; the desk's own list has them. */
const loadingAll = ["sortable_fields", "view_filters", "view_groups"] as const;

/** Has the forms read from and write to the desk, with its states, in place of the backend that is configured. */
export function readThroughDesk(config: CmsConfig): void {
	config.backend = { name: "desk" as CmsBackend["name"] };
	config.publish_mode = "editorial_workflow";
	// The desk's server makes pictures what they are kept as.
	delete config.media_processing;
	for (const collection of config.collections) for (const setting of loadingAll) delete collection[setting];
}
