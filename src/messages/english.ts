import type { Messages } from "./say.ts";
import { strings } from "./strings.ts";

/**
 * What the English pages say. Texts that none of them shows stay as they are. Not among the exports of the room, or
 * every script of the pages would carry it.
 */
export const english: Messages = {
	...strings,
	language: "en",
	locale: "en_GB",

	"date.day": "{dayOfMonth} {monthName} {year}",
	"date.short": "{day} {monthName} {year}",
	"date.month": "{monthName} {year}",
	"date.monthInSentence": "{monthName} {year}",
	"date.lunar": "Lunar calendar: day {day} of month {month}",
	"date.lunarLeap": "Lunar calendar: day {day} of leap month {month}",
	"weekday.1": "Monday",
	"weekday.2": "Tuesday",
	"weekday.3": "Wednesday",
	"weekday.4": "Thursday",
	"weekday.5": "Friday",
	"weekday.6": "Saturday",
	"weekday.7": "Sunday",
	"monthName.1": "January",
	"monthName.2": "February",
	"monthName.3": "March",
	"monthName.4": "April",
	"monthName.5": "May",
	"monthName.6": "June",
	"monthName.7": "July",
	"monthName.8": "August",
	"monthName.9": "September",
	"monthName.10": "October",
	"monthName.11": "November",
	"monthName.12": "December",

	skipLink: "Skip to main content",
	home: "Home",
	menu: "Menu",
	mainMenu: "Main menu",
	breadcrumb: "Breadcrumb",

	"english.switch": "Tiếng Việt",
	"english.original": "Read this in Vietnamese",

	"article.photo": "Photo",
	"homePage.latest": "Translated articles",
	"stories.pictures": "{count} photos",

	"body.photoBy": "Photo: {credit}",
	"body.footnotes": "Notes",
	"body.footnote": "Note {number}",
	"body.footnoteBack": "Back to note {number} in the text",
	"body.watchVideo": "Watch the video",
	"body.table": "Table of figures, scrolls sideways",

	"fixedPage.updated": "Updated on {day}",

	"footer.organisation": "Published by",
	"footer.responsible": "Responsible for the content",
	"footer.address": "Address",
	"footer.phone": "Telephone",
	"footer.email": "Email",
	"footer.read": "In Vietnamese",
	"footer.latest": "Latest news",
	"footer.archive": "Archive",
	"overview.title": "Site map",
	"footer.kept": "Reading offline",
	"footer.atom": "News feed (RSS)",
	"footer.jsonFeed": "News feed (JSON)",
	"footer.colours": "Appearance",
	"footer.coloursOfSystem": "As on this device",
	"footer.light": "Light",
	"footer.dark": "Dark",
	"footer.trustBadge": "Certified by Tín nhiệm mạng",
	"footer.trustBadgeOf": "Issued to {host}",

	"visits.title": "Visits",
	"visits.now": "Now",
	"visits.today": "Today",
	"visits.total": "In all",
};
