/** The pictures that readers may have: where each is used, and which are unused. */
import { formatBytes, formatNumber } from "../../text/index.ts";
import { deskEntry } from "../desk-collections.ts";
import { apiPath, sectionAddresses, widthParameter } from "../messages.ts";
import type { Person } from "../people.ts";
import type { MediaPage as MediaFiles, MediaQuery, Use } from "../store/index.ts";
import { formAddress } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.media;
/** Most entries listed for one picture. */
const shownUses = 5;

export interface MediaPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly query: MediaQuery;
	readonly page: MediaFiles;
	readonly said: Said | undefined;
}

export function MediaPage({ person, local, query, page, said }: MediaPageProps) {
	const address = sectionAddresses.media;
	const mayRemove = person.roles.some(({ role, committees }) => role === "publisher" && committees === "all");
	return (
		<Layout title={strings.title} person={person} local={local} section="media">
			<h1>{strings.title}</h1>
			<SaidNotices said={said} />
			<form class="desk-filters" method="get" action={address}>
				<label>
					{entryStrings.list.words}
					<input type="search" name="q" value={query.q ?? ""} />
				</label>
				<label class="desk-check">
					<input type="checkbox" name="chua-dung" value="1" checked={query.unused === true} />
					{strings.onlyUnused}
				</label>
				<button class="desk-button" type="submit">
					{entryStrings.list.search}
				</button>
				{(query.q || query.unused) && <a href={address}>{entryStrings.list.clear}</a>}
			</form>
			<p role="status">{strings.count(formatNumber(page.count))}</p>
			{page.files.length === 0 ? (
				<p class="desk-empty">{strings.none}</p>
			) : (
				<form method="post" action={`${address}${parametersOf(query)}`}>
					{mayRemove && (
						<label class="desk-check desk-choose-all" hidden>
							<input type="checkbox" data-choose-all="path" />
							{strings.selectAll}
						</label>
					)}
					<ul class="desk-pictures">
						{page.files.map(({ path, bytes, usedBy }) => (
							<li>
								<a href={pictureAddress(path)}>
									<img
										src={`${pictureAddress(path)}?${widthParameter}=480`}
										alt={strings.open(nameOf(path))}
										loading="lazy"
										width="240"
										height="160"
									/>
								</a>
								<p class="desk-path">{usedBy.length > 0 ? nameOf(path) : path}</p>
								<p class="desk-facts">
									<span>{formatBytes(bytes)}</span>
									{usedBy.length === 0 && <span>{strings.unused}</span>}
								</p>
								<Uses uses={usedBy} />
								{mayRemove && usedBy.length === 0 && (
									<label class="desk-check">
										<input type="checkbox" name="path" value={path} />
										{strings.choose}
										<span class="visually-hidden"> {nameOf(path)}</span>
									</label>
								)}
							</li>
						))}
					</ul>
					{mayRemove && (
						<button class="desk-button" type="submit" data-confirm={strings.sure}>
							{strings.remove}
						</button>
					)}
				</form>
			)}
			<nav class="desk-pager" aria-label={strings.pages}>
				{query.cursor !== undefined && (
					<a href={`${address}${parametersOf({ ...query, cursor: "" })}`}>{entryStrings.list.first}</a>
				)}
				{page.cursor !== null && (
					<a href={`${address}${parametersOf({ ...query, cursor: page.cursor })}`} rel="next">
						{entryStrings.list.next}
					</a>
				)}
			</nav>
		</Layout>
	);
}

function Uses({ uses }: { readonly uses: readonly Use[] }) {
	if (uses.length === 0) return null;
	return (
		<ul class="desk-uses">
			{uses.slice(0, shownUses).map(({ collection, id, title }) => (
				<li>
					<a href={formAddress(deskEntry(collection), id)}>
						{title}
						{uses.filter((other) => other.title === title).length > 1 &&
							` (${entryStrings.collections[deskEntry(collection)]})`}
					</a>
				</li>
			))}
			{uses.length > shownUses && <li>{strings.more(formatNumber(uses.length - shownUses))}</li>}
		</ul>
	);
}

/** The query of an address. */
export function mediaQueryOf(parameters: Readonly<Record<string, string>>): MediaQuery {
	const { q, cursor } = parameters;
	return {
		...(q && { q: q.slice(0, 300) }),
		...(parameters["chua-dung"] && { unused: true }),
		...(cursor && { cursor: cursor.slice(0, 100) }),
	};
}

/** A query as part of an address, with its question mark. */
export function parametersOf({ q, unused, cursor }: MediaQuery): string {
	const given = { ...(q && { q }), ...(unused && { "chua-dung": "1" }), ...(cursor && { cursor }) };
	return `?${new URLSearchParams(given)}`;
}

function pictureAddress(path: string): string {
	return `${apiPath}/media/${path.split("/").map(encodeURIComponent).join("/")}`;
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
