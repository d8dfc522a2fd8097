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
				{site.pages.length > 0 && (
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
				)}
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
							<a href={atomAddress(site.isEnglish ? englishAddress : homeAddress)}>
								{say(site, "footer.atom")}
							</a>
						</li>
						<li>
							<a href={jsonFeedAddress(site.isEnglish ? englishAddress : homeAddress)}>
								{say(site, "footer.jsonFeed")}
							</a>
						</li>
					</ul>
				</section>
				{site.banners.length > 0 && (
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
				)}
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
			{(site.trustBadge || site.licence) && (
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
			)}
			{site.voice.views && <VisitNumbers site={site} />}
		</footer>
	);
});

declare module "../components/replaceable.ts" {
	interface ReplaceableProps {
		"site-footer": SiteProps;
	}
}
