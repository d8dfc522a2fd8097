import { createElement, useEffect } from "react";
import { leadingBack, signInPath } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { readSession } from "./desk-client.ts";

/** Continues if a person is signed in, and redirects to the desk's sign-in page otherwise. */
export function EnterDesk({ onLogin }: { readonly onLogin: (credentials: object) => void }) {
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has been shown
	useEffect(() => {
		void readSession().then((session) => {
			if (session) onLogin({});
			else location.assign(leadingBack(signInPath, location.pathname + location.hash));
		});
	}, []);
	return createElement("p", { role: "status", className: "desk-entering" }, strings.desk.entering);
}
