/** The parts of Decap CMS that ship without types, as far as they are used here. */

declare module "decap-cms-backend-proxy" {
	interface DataFile {
		readonly path: string;
		readonly slug: string;
		readonly raw: string;
		readonly newPath?: string;
	}

	interface MediaFile {
		readonly name: string;
		readonly file: File;
		readonly url: string;
		readonly displayURL: string;
	}

	interface Entry {
		readonly dataFiles: readonly DataFile[];
		readonly assets: readonly unknown[];
	}

	export class ProxyBackend {
		authComponent(): import("react").ComponentType<{ onLogin: (credentials: object) => void }>;
		getMedia(folder?: string): Promise<MediaFile[]>;
		getMediaFile(path: string): Promise<MediaFile>;
		persistEntry(entry: Entry, options: object): Promise<unknown>;
	}
}

declare module "decap-cms-widget-boolean" {
	export const DecapCmsWidgetBoolean: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-datetime" {
	export const DecapCmsWidgetDatetime: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-file" {
	export const DecapCmsWidgetFile: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-image" {
	export const DecapCmsWidgetImage: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-list" {
	export const DecapCmsWidgetList: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-markdown" {
	export const DecapCmsWidgetMarkdown: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-object" {
	export const DecapCmsWidgetObject: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-relation" {
	export const DecapCmsWidgetRelation: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-select" {
	export const DecapCmsWidgetSelect: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-string" {
	export const DecapCmsWidgetString: { Widget(): import("decap-cms-core").CmsWidgetParam };
}
declare module "decap-cms-widget-text" {
	export const DecapCmsWidgetText: { Widget(): import("decap-cms-core").CmsWidgetParam };
}

declare module "*.css";
