/** What an editor sees while session or connection are lost. The text in the form stays. */
import { deskPath, leadingBack, signInPath } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { emptyDialog } from "./dialog.ts";

const millisecondsBetweenLooks = 2000;

let signIn: Promise<void> | undefined;
let connection: Promise<void> | undefined;

/** Waits until the person has signed in again in another tab. */
export function waitForSignIn(isSignedIn: () => Promise<boolean>): Promise<void> {
	signIn ??= showUntil(isSignedIn, () => {
		const dialog = emptyDialog(strings.desk.sessionEnded, strings.desk.signInAgain);
		const link = document.createElement("a");
		link.href = leadingBack(signInPath, deskPath);
		link.target = "_blank";
		link.rel = "opener";
		link.className = "desk-button";
		link.textContent = strings.desk.signIn;
		dialog.append(link);
		return dialog;
	}).finally(() => {
		signIn = undefined;
	});
	return signIn;
}

/** Waits until the server answers again. */
export function waitForConnection(isReachable: () => Promise<boolean>): Promise<void> {
	connection ??= showUntil(isReachable, () =>
		emptyDialog(strings.desk.connectionLost, strings.desk.connectionHint),
	).finally(() => {
		connection = undefined;
	});
	return connection;
}

async function showUntil(isOver: () => Promise<boolean>, open: () => HTMLDialogElement): Promise<void> {
	const dialog = open();
	document.body.append(dialog);
	dialog.addEventListener("cancel", (event) => event.preventDefault());
	dialog.showModal();
	try {
		while (!(await isOver())) await nextLook();
	} finally {
		dialog.close();
		dialog.remove();
	}
}

/** After a while, or as soon as the tab becomes visible. */
function nextLook(): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			clearTimeout(timer);
			window.removeEventListener("focus", look);
			window.removeEventListener("online", look);
			resolve();
		};
		const timer = setTimeout(look, millisecondsBetweenLooks);
		window.addEventListener("focus", look);
		window.addEventListener("online", look);
	});
}
