/** The cover's script: says how old the archive is when it is opened. */
const day = 24 * 60 * 60 * 1000;

for (const notice of document.querySelectorAll<HTMLElement>("[data-since]")) {
	const { since = "", today = "", days = "" } = notice.dataset;
	const age = Math.floor((Date.now() - Date.parse(`${since}T00:00:00+07:00`)) / day);
	// If the clock is wrong, nothing is shown.
	if (!(age >= 0)) continue;
	notice.textContent = age === 0 ? today : days.replace("{count}", new Intl.NumberFormat("vi").format(age));
	notice.hidden = false;
}
