/** @jsxImportSource react */
import { useEffect, useState } from "react";
import { apiPath, type OpenBy, type PresenceAnswer } from "../../src/desk/messages.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { strings } from "../strings.ts";
import { askDesk, entryPath, readSession } from "./desk-client.ts";
import { listenToDesk } from "./desk-events.ts";

const millisecondsBetweenSigns = 30_000;

export interface Place {
	readonly collection: string;
	readonly id: string;
}

/** Who else has the entry open, and who may edit it: the first person, until another takes over. */
export function EntryPresence({ place }: { readonly place: Place }) {
	const { openBy, own } = usePresence(place);
	const others = openBy.filter(({ id }) => id !== own);
	if (others.length === 0) return null;
	const [first] = openBy;
	const isMine = first?.id === own;
	const names = others
		.map(({ name, since }) => strings.entry.openSince(name, formatMomentShortly(since)))
		.join(", ");
	return (
		<p className="entry-bar-presence" role="status">
			{isMine ? strings.entry.yourTurn(names) : strings.entry.openBy(names)}{" "}
			{!isMine && (
				<button
					type="button"
					onClick={() =>
						void askDesk(`${entryPath(place.collection, place.id)}/presence`, {
							method: "POST",
							body: { taking: true },
						})
					}
				>
					{strings.entry.takeOver}
				</button>
			)}
		</p>
	);
}

/** Reports every half minute that the entry is open here, and learns who else has it open. */
function usePresence({ collection, id }: Place): {
	readonly openBy: readonly OpenBy[];
	readonly own: string;
} {
	const [openBy, setOpenBy] = useState<readonly OpenBy[]>([]);
	const [own, setOwn] = useState("");
	useEffect(() => {
		setOpenBy([]);
		void readSession().then((session) => setOwn(session?.person.id ?? ""));
		const path = `${entryPath(collection, id)}/presence`;
		const say = async () => {
			const answer = await askDesk<PresenceAnswer>(path, {
				method: "POST",
				body: {},
				isPatient: false,
			}).catch(() => undefined);
			if (answer) setOpenBy(answer.openBy);
		};
		const leave = () => {
			void fetch(`${apiPath}${path}`, {
				method: "POST",
				keepalive: true,
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ leaving: true }),
			}).catch(() => undefined);
		};
		void say();
		const timer = setInterval(() => void say(), millisecondsBetweenSigns);
		window.addEventListener("pagehide", leave);
		const deafen = listenToDesk("presence", (event) => {
			if (event.collection === collection && event.id === id) setOpenBy(event.openBy);
		});
		return () => {
			clearInterval(timer);
			window.removeEventListener("pagehide", leave);
			deafen();
			leave();
		};
	}, [collection, id]);
	return { openBy, own };
}
