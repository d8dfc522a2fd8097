/** What the page says to those who do not see what a tool has done. There before it speaks, as screen readers ask. */
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.querySelector(".article-tools")?.append(status);

export function tellOnce(text: string): void {
	status.textContent = text;
}
