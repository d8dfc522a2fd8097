/**
 * Replaces topbar in the bundle, the line above the page while something loads or is saved. That one paints a canvas at
 * every frame, which costs an old machine more than the work that it accompanies.
 */
const step = 250;

let line: HTMLElement | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

function makeLine(): HTMLElement {
	const made = document.createElement("div");
	made.className = "progress-line";
	document.body.append(made);
	return made;
}

export function config(): void {}

export function show(): void {
	if (timer !== undefined) return;
	line ??= makeLine();
	const shown = line;
	let part = 0;
	const advance = () => {
		part += (1 - part) / 8;
		shown.style.width = `${Math.round(part * 100)}%`;
	};
	advance();
	shown.hidden = false;
	timer = setInterval(advance, step);
}

export function hide(): void {
	clearInterval(timer);
	timer = undefined;
	if (line) line.hidden = true;
}
