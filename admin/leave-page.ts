/** Ways to leave the page without the browser's own question: unsaved texts are kept, and offered again. */
let isLeaving = false;

// Before Decap's own listener, which is why the browser asks.
window.addEventListener("beforeunload", (event) => isLeaving && event.stopImmediatePropagation(), {
	capture: true,
});
// A page that comes back by the browser's buttons is there again.
window.addEventListener("pageshow", () => {
	isLeaving = false;
});

export function loadAgain(): void {
	isLeaving = true;
	location.reload();
}

/** The page that is left is not reached by the browser's Back. */
export function leaveFor(address: string): void {
	isLeaving = true;
	location.replace(address);
}
