const millisecondsBetween = 60_000;

/** Shows in each badge how many comments wait, and keeps the number up to date. */
export function showBadges(within: ParentNode): void {
	for (const badge of within.querySelectorAll<HTMLElement>("[data-badge]")) {
		void showBadge(badge);
		setInterval(() => void showBadge(badge), millisecondsBetween);
	}
}

async function showBadge(badge: HTMLElement): Promise<void> {
	const answer = await fetch(badge.dataset.badge ?? "").catch(() => undefined);
	if (!answer?.ok) return;
	const { waiting } = (await answer.json()) as { readonly waiting: number };
	badge.textContent = String(waiting);
	badge.hidden = waiting === 0;
}
