/** The frame of every page of the desk. */
import type { Child } from "hono/jsx";
import { deskPath, sectionAddresses, signInPath } from "../messages.ts";
import { maySeeComments, type Person } from "../people.ts";
import { strings } from "./strings.ts";

export type DeskSection = keyof typeof sectionAddresses;

/** How many comments wait, as JSON. */
export const waitingAddress = `${sectionAddresses.comments}cho.json`;

/** Leads to the form of a new article. A link to the form itself would not load it anew while another form is open. */
export const newArticlePath = `${deskPath}viet-bai/`;

export interface LayoutProps {
	readonly title: string;
	/** The signed-in person; without one there is no navigation. */
	readonly person?: Person | undefined;
	/** Whether this is the desk of `npm start`, which has no accounts. */
	readonly local?: boolean;
	readonly section?: DeskSection;
	readonly children?: Child;
}

export function Layout({ title, person, local = false, section, children }: LayoutProps) {
	return (
		<html lang="vi">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
				<title>{section === "start" ? strings.desk : `${title} · ${strings.desk}`}</title>
				{[400, 600].map((weight) => (
					<link
						rel="preload"
						href={`/assets/fonts/be-vietnam-${weight}.woff2`}
						as="font"
						type="font/woff2"
						crossorigin=""
					/>
				))}
				<link rel="stylesheet" href="/assets/site.css" />
				<link rel="stylesheet" href="/admin/desk.css" />
				<script type="module" src="/admin/desk.js"></script>
			</head>
			<body class="desk">
				<a class="skip-link" href="#noi-dung">
					{strings.skip}
				</a>
				{person && <DeskHeader person={person} local={local} section={section} />}
				<main id="noi-dung" class={person ? "desk-main" : "desk-main desk-narrow"} tabindex={-1}>
					{children}
				</main>
			</body>
		</html>
	);
}

interface DeskHeaderProps {
	readonly person: Person;
	readonly local: boolean;
	readonly section?: DeskSection | undefined;
}

/** The navigation, for pages and for the form. */
export function DeskHeader({ person, local, section }: DeskHeaderProps) {
	const isAdministrator = person.roles.some(({ role }) => role === "administrator");
	const sections = (Object.keys(sectionAddresses) as DeskSection[]).filter((each) => {
		if (each === "people") return isAdministrator && !local;
		return each !== "comments" || maySeeComments(person);
	});
	return (
		<header class="desk-header">
			<nav class="desk-nav" aria-label={strings.navigation}>
				<ul>
					{sections.map((each) => (
						<li>
							<a href={sectionAddresses[each]} aria-current={each === section ? "page" : undefined}>
								{strings.nav[each]}
								{each === "comments" && <span class="desk-badge" data-badge={waitingAddress} hidden></span>}
							</a>
						</li>
					))}
				</ul>
			</nav>
			<div class="desk-actions">
				<a class="desk-button desk-button-strong" href={newArticlePath}>
					{strings.write}
				</a>
				<a href="/">{strings.toSite}</a>
				{!local && (
					<details class="desk-person">
						<summary>{person.name}</summary>
						<div class="desk-person-menu">
							<p>{person.email}</p>
							<p>
								<a href={`${deskPath}tai-khoan/`}>{strings.account}</a>
							</p>
							<form method="post" action={`${signInPath}ra/`}>
								<button class="desk-button" type="submit">
									{strings.signOut}
								</button>
							</form>
						</div>
					</details>
				)}
			</div>
		</header>
	);
}

/** A message that the user of a form must not miss. */
export function Notice({ kind, children }: { readonly kind: "fault" | "done"; readonly children?: Child }) {
	return (
		<p class={`desk-notice desk-notice-${kind}`} role={kind === "fault" ? "alert" : "status"}>
			{children}
		</p>
	);
}
