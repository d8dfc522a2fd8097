import type { IsoDay } from "../model/ids.ts";
import type { SiteView } from "../site/views.ts";
import type { Edition } from "./edition.ts";
import type { ArchivePictures } from "./layout.ts";

/** Parts that an archive has where it has something for them. */
export type ArchivePartName =
	| "documents"
	| "events"
	| "tags"
	| "provinces"
	| "committees"
	| "authors"
	| "organisation"
	| "questions";

/** What every page of an archive knows about it. */
export interface ArchiveView {
	/** With features that need a server switched off. */
	readonly site: SiteView;
	/** What it holds, in words: "Năm 2024". */
	readonly title: string;
	/** Articles that readers can see. */
	readonly count: number;
	/** Days of the first and the last of them; absent if there are none. */
	readonly first?: IsoDay;
	readonly last?: IsoDay;
	/** The last day of its scope; absent where it has none. */
	readonly until?: IsoDay;
	readonly edition: Edition;
	readonly pictures: ArchivePictures;
	/** Whether Kiwix reads it, which has a search of its own and shows nothing that is to be unpacked. */
	readonly inKiwix: boolean;
	/** Whether it can be searched. */
	readonly searchable: boolean;
	/** The parts that have content, for the navigation. */
	readonly has: Readonly<Record<ArchivePartName, boolean>>;
}

/** The properties of every component of an archive. */
export interface ArchiveProps {
	readonly archive: ArchiveView;
}
