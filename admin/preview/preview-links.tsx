/** @jsxImportSource react */
import { useCallback, useEffect, useState } from "react";
import type { PreviewAnswer, PreviewLinkList } from "../../src/desk/messages.ts";
import { askDesk, entryPath } from "../desk/desk-client.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { strings } from "../strings.ts";

/** Makes and revokes links to an entry's saved text, for people without an account. */
export function PreviewLinks({ collection, id }: { readonly collection: string; readonly id: string }) {
	const path = `${entryPath(collection, id)}/preview-links`;
	const [links, setLinks] = useState<PreviewLinkList["links"]>([]);
	const [made, setMade] = useState("");
	const [message, setMessage] = useState("");
	const attempt = useCallback(async (work: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			setMessage(error instanceof Error ? error.message : String(error));
		}
	}, []);
	const look = useCallback(async () => setLinks((await askDesk<PreviewLinkList>(path)).links), [path]);
	useEffect(() => void attempt(look), [attempt, look]);
	const make = async () => {
		const { address, until } = await askDesk<PreviewAnswer>(path, { method: "POST", body: {} });
		const whole = new URL(address, location.origin).href;
		setMade(whole);
		const isCopied = await navigator.clipboard.writeText(whole).then(
			() => true,
			() => false,
		);
		setMessage(strings.preview.linkMade(formatMomentShortly(until), isCopied));
		await look();
	};
	const revoke = async (name: string) => {
		await askDesk(`${path}/${name}`, { method: "DELETE" });
		setMade("");
		setMessage(strings.preview.revoked);
		await look();
	};
	return (
		<section className="preview-links" aria-label={strings.preview.links}>
			<p>{strings.preview.linksExplained}</p>
			<button type="button" className="desk-button" onClick={() => void attempt(make)}>
				{strings.preview.makeLink}
			</button>
			{made !== "" && (
				<input
					type="text"
					readOnly
					aria-label={strings.preview.link}
					value={made}
					onFocus={(event) => event.currentTarget.select()}
				/>
			)}
			<p role="status">{message}</p>
			{links.length > 0 && (
				<ul>
					{links.map(({ name, by, until }) => (
						<li key={name}>
							{strings.preview.linkOf(by, formatMomentShortly(until))}{" "}
							<button type="button" className="desk-button" onClick={() => void attempt(() => revoke(name))}>
								{strings.preview.revoke}
							</button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
