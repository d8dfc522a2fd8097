/** The cover's script: says how old the archive is on the day on which it is opened. */
const day = 24 * 60 * 60 * 1000;

for (const notice of document.querySelectorAll<HTMLElement>("[data-since]")) {
	const { since = "", today = "", days = "" } = notice.dataset;
	const age = Math.floor((Date.now() - Date.parse(`${since}T00:00:00+07:00`)) / day);
	// A clock that is wrong says nothing of use.
	if (!(age >= 0)) continue;
	notice.textContent = age === 0 ? today : days.replace("{count}", new Intl.NumberFormat("vi").format(age));
	notice.hidden = false;
}
