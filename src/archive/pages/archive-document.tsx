import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf, say } from "../../messages/index.ts";
import { archiveAddress, searchAddress } from "../../model/addresses.ts";
import { MastheadName } from "../../site/components/masthead-name.tsx";
import { SearchBox } from "../../site/components/search-box.tsx";
import type { LinkView } from "../../site/views.ts";
import { ownAddresses } from "../layout.ts";
import type { ArchiveProps, ArchiveView } from "../view.ts";

export interface DocumentOptions {
	/** The page's title, without the archive's name. */
	readonly title: string;
	/** Scripts of the page, as addresses below `/assets/`. */
	readonly scripts?: readonly string[];
	/** Whether the head holds a field to search. @default true */
	readonly searchBox?: boolean;
	/** Whether the head leads to the parts of the archive. @default true */
	readonly navigation?: boolean;
	/** Further words for the index of a reading program. */
	readonly keywords?: string | undefined;
	/** Whether to leave the site's name out of the title, for programs that list titles. @default false */
	readonly isBare?: boolean;
}

/**
 * A page of the archive around its content. The inline style hides everything except the request to unpack the zip. The
 * style sheet reverses that. So readers see the request when the style sheet is not beside the page.
 */
export function renderArchiveDocument(
	archive: ArchiveView,
	{ title, scripts = [], searchBox = true, navigation = true, keywords, isBare = false }: DocumentOptions,
	content: Child,
): string {
	const { site } = archive;
	return String(
		html`<!doctype html><html lang="${languageOf(site)}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${isBare ? title : `${title} – ${site.name}`}</title>${keywords && html`<meta name="keywords" content="${keywords}"/>`}<meta name="color-scheme" content="light dark"/><style>.offline{display:none}</style><link rel="stylesheet" href="/assets/site.css"/><link rel="icon" href="/assets/icon.svg" type="image/svg+xml"/>${scripts.map(
			(script) => html`<script defer src="${script}"></script>`,
		)}</head><body><p class="unzip-first">${say(site, "offline.unzip")}</p><div class="offline"><a class="skip-link" href="#noi-dung">${say(site, "skipLink")}</a>${<Head archive={archive} searchBox={searchBox && archive.searchable} navigation={navigation} />}<main id="noi-dung" tabindex="-1">${content}</main>${<Foot archive={archive} />}</div></body></html>`,
	);
}

function Head({
	archive,
	searchBox,
	navigation,
}: ArchiveProps & { readonly searchBox: boolean; readonly navigation: boolean }) {
	const { site } = archive;
	return (
		<header class="masthead offline-head">
			<div class="masthead-row">
				<MastheadName site={site} tagline={`${say(site, "offline.kind")}: ${archive.title}`} />
				{searchBox && <SearchBox site={site} size="small" />}
			</div>
			{navigation && (
				<nav class="offline-navigation" aria-label={say(site, "offline.navigation")}>
					<ul>
						{archiveLinks(archive).map(({ label, address }) => (
							<li>
								<a href={address}>{label}</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</header>
	);
}

/** The parts of an archive. */
export function archiveLinks({ site, has, searchable }: ArchiveView): { label: string; address: string }[] {
	const lists = (["tags", "provinces", "committees", "authors"] as const).filter((name) => has[name]);
	return [
		{ label: say(site, "offline.contents"), address: archiveAddress },
		...lists.map((name) => ({ label: say(site, `offline.${name}`), address: ownAddresses[name] })),
		...(searchable ? [{ label: say(site, "offline.search"), address: searchAddress }] : []),
	];
}

/** Does not name the edition: a new one would change every page. */
function Foot({ archive: { site } }: ArchiveProps) {
	return (
		<footer class="offline-foot">
			<p>{site.organisation}</p>
			<p>
				<a href={ownAddresses.withdrawn}>{say(site, "offline.withdrawn")}</a>
			</p>
		</footer>
	);
}

/** A list of links, each with how many articles it leads to. */
export function CountedLinks({
	archive: { site },
	links,
}: ArchiveProps & {
	readonly links: readonly (Pick<LinkView, "label"> & { readonly address: string; readonly count: number })[];
}) {
	return (
		<ul class="offline-links">
			{links.map(({ label, address, count }) => (
				<li>
					<a href={address}>{label}</a> <span class="offline-count">{say(site, "articles", { count })}</span>
				</li>
			))}
		</ul>
	);
}
