/** @jsxImportSource react */
import { unwrapLink, upsertLink } from "@platejs/link";
import type { PlateEditor } from "platejs/react";
import { useEffect, useId, useRef, useState } from "react";
import { type FoundArticle, findArticles } from "../find-articles.ts";
import { strings } from "../strings.ts";
import type { LinkNode } from "./nodes.ts";

const address = /^(?:https?:\/\/[^/\s]|mailto:|tel:|\/(?!\/)|#)/i;
const millisecondsAfterTyping = 200;

/** The form for a link's target: an address, or one of our own articles, found by words of its title. */
export function LinkForm({
	editor,
	onClose,
}: {
	readonly editor: PlateEditor;
	readonly onClose: () => void;
}) {
	const id = useId();
	const link = editor.api.above({ match: { type: "a" } });
	const [text, setText] = useState((link?.[0] as unknown as LinkNode | undefined)?.url ?? "");
	const [found, setFound] = useState<readonly FoundArticle[]>([]);
	const [isWrong, setWrong] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => input.current?.focus(), []);
	useEffect(() => {
		if (text.trim().length < 2 || address.test(text.trim())) {
			setFound([]);
			return undefined;
		}
		let isOld = false;
		const timer = setTimeout(async () => {
			const articles = await findArticles(text);
			if (!isOld) setFound(articles);
		}, millisecondsAfterTyping);
		return () => {
			isOld = true;
			clearTimeout(timer);
		};
	}, [text]);
	const finish = () => {
		onClose();
		editor.tf.focus();
	};
	const apply = (url: string, title?: string) => {
		if (!address.test(url)) return setWrong(true);
		upsertLink(editor, {
			url,
			skipValidation: true,
			...(title && editor.api.isCollapsed() && !link && { text: title }),
		});
		finish();
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: the whole page is a form already, and forms do not nest
		<div
			className="body-link-form"
			role="group"
			aria-label={strings.link.form}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") finish();
			}}
		>
			<label htmlFor={id}>{strings.link.address}</label>
			<input
				ref={input}
				id={id}
				type="text"
				inputMode="url"
				value={text}
				aria-invalid={isWrong}
				onChange={(event) => {
					setWrong(false);
					setText(event.currentTarget.value);
				}}
				onKeyDown={(event) => {
					if (event.key !== "Enter") return;
					event.preventDefault();
					apply(text.trim());
				}}
			/>
			{isWrong && <p role="alert">{strings.link.wrong}</p>}
			{found.length > 0 && (
				<ul aria-label={strings.link.found}>
					{found.map((article) => (
						<li key={article.address}>
							<button type="button" onClick={() => apply(article.address, article.title)}>
								{article.title} <small>{article.hint}</small>
							</button>
						</li>
					))}
				</ul>
			)}
			<div className="body-buttons">
				<button type="button" onClick={() => apply(text.trim())}>
					{strings.link.apply}
				</button>
				{link && (
					<button
						type="button"
						onClick={() => {
							unwrapLink(editor);
							finish();
						}}
					>
						{strings.link.remove}
					</button>
				)}
				<button type="button" onClick={finish}>
					{strings.link.close}
				</button>
			</div>
		</div>
	);
}
