import { say } from "../../messages/index.ts";
import {
	archiveAddress,
	atomAddress,
	englishAddress,
	homeAddress,
	jsonFeedAddress,
	keptAddress,
	latestAddress,
	overviewAddress,
	writeLetterAddress,
} from "../../model/addresses.ts";
import { ContactFacts } from "../components/contact-facts.tsx";
import { Icon } from "../components/icon.tsx";
import { Picture } from "../components/picture.tsx";
import { replaceable } from "../components/replaceable.ts";
import type { SiteProps } from "../components/site-props.ts";
import { VisitNumbers } from "../components/visit-numbers.tsx";

/** Contact, fixed pages, feeds, and the archive to download. */
export const SiteFooter = replaceable("site-footer", ({ site }: SiteProps) => {
	return (
		<footer class="site-footer">
			<div class="site-footer-columns">
				<Publisher site={site} />
				<OwnPages site={site} />
				<WaysToRead site={site} />
				<Banners site={site} />
			</div>
			<p class="site-footer-colours later" hidden>
				<label>
					{say(site, "footer.colours")}{" "}
					<select data-colours="">
						<option value="">{say(site, "footer.coloursOfSystem")}</option>
						<option value="light">{say(site, "footer.light")}</option>
						<option value="dark">{say(site, "footer.dark")}</option>
					</select>
				</label>
			</p>
			<LicenceAndBadge site={site} />
			{site.voice.views && <VisitNumbers site={site} />}
		</footer>
	);
});

function Publisher({ site }: SiteProps) {
	return (
		<section class="site-footer-about">
			<h2>{site.name}</h2>
			<dl>
				<div>
					<dt>{say(site, "footer.organisation")}</dt>
					<dd>{site.organisation}</dd>
				</div>
				{site.responsible && (
					<div>
						<dt>{say(site, "footer.responsible")}</dt>
						<dd>{site.responsible}</dd>
					</div>
				)}
				<ContactFacts site={site} {...site.contact}>
					{site.voice.letters && (
						<>
							<br />
							<a href={writeLetterAddress}>{say(site, "letter.title")}</a>
						</>
					)}
				</ContactFacts>
			</dl>
		</section>
	);
}

function OwnPages({ site }: SiteProps) {
	if (site.pages.length === 0) return null;
	return (
		<section>
			<h2>{say(site, "footer.pages")}</h2>
			<ul>
				{site.pages.map((page) => (
					<li>
						<a href={page.address}>{page.label}</a>
					</li>
				))}
			</ul>
		</section>
	);
}

function WaysToRead({ site }: SiteProps) {
	const home = site.isEnglish ? englishAddress : homeAddress;
	return (
		<section>
			<h2>{say(site, "footer.read")}</h2>
			<ul>
				<li>
					<a href={latestAddress}>{say(site, "footer.latest")}</a>
				</li>
				<li>
					<a href={archiveAddress}>{say(site, "footer.archive")}</a>
				</li>
				<li>
					<a href={overviewAddress}>{say(site, "overview.title")}</a>
				</li>
				{site.features.offline && (
					<li>
						<a href={keptAddress}>{say(site, "footer.kept")}</a>
					</li>
				)}
				<li>
					<a href={atomAddress(home)}>{say(site, "footer.atom")}</a>
				</li>
				<li>
					<a href={jsonFeedAddress(home)}>{say(site, "footer.jsonFeed")}</a>
				</li>
			</ul>
		</section>
	);
}

function Banners({ site }: SiteProps) {
	if (site.banners.length === 0) return null;
	return (
		<section>
			<h2>{say(site, "footer.banners")}</h2>
			<ul class="site-footer-banners">
				{site.banners.map((banner) => (
					<li>
						<a href={banner.link} rel="external noopener">
							{banner.picture ? (
								<Picture picture={banner.picture} alt={banner.label} sizes="200px" />
							) : (
								banner.label
							)}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}

function LicenceAndBadge({ site }: SiteProps) {
	if (!site.trustBadge && !site.licence) return null;
	return (
		<div class="site-footer-end">
			{site.licence && <p>{site.licence}</p>}
			{site.trustBadge && (
				<a class="site-footer-badge" href={site.trustBadge} rel="external noopener">
					<Icon name="shield" />
					<span>
						<b>{say(site, "footer.trustBadge")}</b>
						<span>{say(site, "footer.trustBadgeOf", { host: new URL(site.url).host })}</span>
					</span>
				</a>
			)}
		</div>
	);
}

declare module "../components/replaceable.ts" {
	interface ReplaceableProps {
		"site-footer": SiteProps;
	}
}
