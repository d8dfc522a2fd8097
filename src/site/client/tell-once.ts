/** Announces to screen readers what a tool has done. The element must exist before its text changes. */
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.querySelector(".article-tools")?.append(status);

export function tellOnce(text: string): void {
	status.textContent = text;
}
