import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf, say } from "../../messages/index.ts";
import { archiveAddress, recordsAddresses, searchAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { MastheadName } from "../../site/components/masthead-name.tsx";
import { SearchBox } from "../../site/components/search-box.tsx";
import type { LinkView } from "../../site/views.ts";
import { fold } from "../../text/index.ts";
import { ownAddresses } from "../layout.ts";
import type { ArchivePartName, ArchiveProps, ArchiveView } from "../view.ts";

export interface DocumentOptions {
	/** The page's title, without the archive's name. */
	readonly title: string;
	/** Scripts of the page, as addresses below `/assets/`. */
	readonly scripts?: readonly string[];
	/** Whether the head holds a field to search. @default true */
	readonly searchBox?: boolean;
	/** Whether the head leads to the parts of the archive. @default true */
	readonly navigation?: boolean;
	/** Whether it only names other pages: Kiwix's index of texts leaves it out. @default false */
	readonly isList?: boolean;
}

/** Of a page whose style sheet is not beside it. */
const styleAlone =
	".offline{display:none}.unzip-first{max-width:30em;margin:12vh auto;padding:0 1em;font:1.25em/1.6 system-ui,sans-serif}";

/**
 * A page of the archive around its content. What is the same on all pages is no text to be found.
 *
 * The inline style hides everything except the request to unpack the zip. The style sheet reverses that. So readers see the request when the style sheet is not beside the page.
 */
export function renderArchiveDocument(
	archive: ArchiveView,
	{ title, scripts = [], searchBox = true, navigation = true, isList = false }: DocumentOptions,
	content: Child,
): string {
	const { site, inKiwix } = archive;
	const main = html`${content}`;
	const sought = String(main).replace(unsoughtMarkup, "");
	const indexed = isList
		? html`<meta name="robots" content="noindex"/>`
		: html`<meta name="keywords" content="${wordsWithoutStroke(`${title} ${sought}`)}"/>`;
	const request = html`<p class="unzip-first">${say(site, "offline.unzip")}</p>`;
	// The name leads to the cover, which leads on: Kiwix's files pack better with less on each page.
	const head = (
		<Head archive={archive} searchBox={searchBox && archive.searchable} navigation={navigation && !inKiwix} />
	);
	const skip = html`<a class="skip-link" href="#noi-dung">${say(site, "skipLink")}</a>`;
	const foot = <Foot archive={archive} />;
	return String(
		html`<!doctype html><html lang="${languageOf(site)}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${inKiwix ? title : `${title} – ${site.name}`}</title>${inKiwix && indexed}<meta name="color-scheme" content="light dark"/>${!inKiwix && html`<style>${raw(styleAlone)}</style>`}<link rel="stylesheet" href="/assets/site.css"/><link rel="icon" href="/assets/icon.svg" type="image/svg+xml"/>${scripts.map(
			(script) => html`<script defer src="${script}"></script>`,
		)}</head><body>${!inKiwix && request}<div class="offline">${!inKiwix && skip}${unsought(archive, head)}<main id="noi-dung" tabindex="-1">${main}</main>${unsought(archive, foot)}</div></body></html>`,
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
	const record = (name: ArchivePartName, label: string, address: UrlPath) =>
		has[name] ? [{ label, address }] : [];
	return [
		{ label: say(site, "offline.contents"), address: archiveAddress },
		...record("documents", say(site, "officialDocuments.title"), recordsAddresses["official-documents"]),
		...record("events", say(site, "events.title"), recordsAddresses.events),
		...lists.map((name) => ({ label: say(site, `offline.${name}`), address: ownAddresses[name] })),
		...record("organisation", say(site, "organisation.title"), recordsAddresses.units),
		...record("questions", say(site, "questions.title"), recordsAddresses.questions),
		...(searchable ? [{ label: say(site, "offline.search"), address: searchAddress }] : []),
	];
}

/** Markup that Kiwix's index of texts leaves out: its parser passes over what is between these comments. */
export function unsought({ inKiwix }: ArchiveView, markup: Child) {
	return inKiwix ? html`<!--htdig_noindex-->${markup}<!--/htdig_noindex-->` : markup;
}

const unsoughtMarkup = /<!--htdig_noindex-->.*?<!--\/htdig_noindex-->/gs;

/**
 * Words with đ, without accents and with d. Kiwix removes accents but keeps đ, so readers who type d would find none of
 * them.
 */
export function wordsWithoutStroke(text: string): string {
	const words = text.normalize("NFC").match(/[\p{L}\p{M}]*[đĐ][\p{L}\p{M}]*/gu) ?? [];
	return [...new Set(words.map(fold))].sort().join(" ");
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
