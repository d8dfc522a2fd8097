/** The part of Eleventy's programming interface that this project uses; version 3.1.7 ships no types. */
declare module "@11ty/eleventy" {
	export interface EleventyConfig {
		addGlobalData(name: string, data: unknown): void;
		/** @param path of a template without a file, below the input folder */
		addTemplate(path: string, content: unknown): void;
		/** @param items called once in each run */
		addCollection(name: string, items: () => readonly unknown[]): void;
		addFilter(name: string, filter: (value: unknown, ...others: unknown[]) => unknown): void;
		addLayoutAlias(alias: string, layout: string): void;
		addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
		on(
			event: "eleventy.before" | "eleventy.after",
			listener: (event: { readonly directories: { readonly output: string } }) => void | Promise<void>,
		): void;
		setTemplateFormats(formats: readonly string[]): void;
		addPlugin<Options>(
			plugin: (config: EleventyConfig, options: Options) => void | Promise<void>,
			options: Options,
		): void;
		/** @param transform returns what is written instead of the rendered template */
		addTransform(name: string, transform: (content: Uint8Array | string) => Buffer | string): void;
		setQuietMode(quiet: boolean): void;
		readonly globalData: Record<string, unknown>;
	}

	export default class Eleventy {
		constructor(
			input: string,
			output: string,
			options: {
				/** Empty where no configuration file is read. */
				configPath?: string;
				/** `cli` gives the folders named here precedence over those of the configuration file. */
				source?: "cli" | "script";
				quietMode?: boolean;
				config?: (config: EleventyConfig) => void | Promise<void>;
			},
		);
		disableLogger(): void;
		write(): Promise<[unknown[], unknown[]]>;
	}
}
