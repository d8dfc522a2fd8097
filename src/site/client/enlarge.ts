/** Shows the pictures of an article in the whole window, one after the other. */
import { type Messages, say } from "../../messages/index.ts";

/** Only the texts that it needs. The build inserts them. */
declare const pictureMessages: Messages;

const speaking = { messages: pictureMessages };

/** Opens a dialog with one of the pictures. Escape and a tap beside the picture close it; the focus returns by itself. */
export function enlarge(images: readonly HTMLImageElement[], first: HTMLImageElement): void {
	let at = images.indexOf(first);
	const dialog = document.createElement("dialog");
	dialog.className = "enlarged";
	dialog.setAttribute("aria-label", say(speaking, "picture.enlarged"));
	const image = document.createElement("img");
	const text = document.createElement("p");
	text.setAttribute("aria-live", "polite");
	const show = (place: number) => {
		at = (place + images.length) % images.length;
		const shown = images[at];
		if (!shown) return;
		image.src = shown.src;
		image.alt = shown.alt;
		const caption = shown.closest("figure")?.querySelector("figcaption")?.textContent?.trim() ?? "";
		const count = images.length > 1 ? `${at + 1}/${images.length} ` : "";
		text.textContent = `${count}${caption}`;
	};
	const button = (sign: string, name: string, press: () => void) => {
		const made = document.createElement("button");
		made.type = "button";
		made.textContent = sign;
		made.setAttribute("aria-label", name);
		made.addEventListener("click", press);
		return made;
	};
	const bar = document.createElement("div");
	if (images.length > 1) {
		bar.append(
			button("‹", say(speaking, "picture.previous"), () => show(at - 1)),
			button("›", say(speaking, "picture.next"), () => show(at + 1)),
		);
	}
	bar.append(
		text,
		button("×", say(speaking, "picture.close"), () => dialog.close()),
	);
	dialog.append(image, bar);
	dialog.addEventListener("keydown", ({ key }) => {
		if (key === "ArrowLeft") show(at - 1);
		if (key === "ArrowRight") show(at + 1);
	});
	dialog.addEventListener("click", ({ target }) => {
		if (target === dialog) dialog.close();
	});
	dialog.addEventListener("close", () => dialog.remove());
	show(at);
	document.body.append(dialog);
	dialog.showModal();
}
