/** @jsxImportSource react */
import { unwrapLink, upsertLink } from "@platejs/link";
import type { PlateEditor } from "platejs/react";
import { useEffect, useId, useRef, useState } from "react";
import { SuggestionList, useSuggestions } from "../controls/suggestions.tsx";
import { type FoundArticle, findArticles } from "../find-articles.ts";
import { strings } from "../strings.ts";
import type { LinkNode } from "./nodes.ts";

const address = /^(?:https?:\/\/[^/\s]|mailto:|tel:|\/(?!\/)|#)/i;

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
	const [isWrong, setWrong] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => input.current?.focus(), []);
	const words = text.trim();
	const suggestions = useSuggestions({
		find: findArticles,
		words: words.length < 2 || address.test(words) ? undefined : words,
	});
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
	const choose = (article: FoundArticle) => apply(article.address, article.title);
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
				{...suggestions.box}
				value={text}
				aria-invalid={isWrong}
				onChange={(event) => {
					setWrong(false);
					setText(event.currentTarget.value);
				}}
				onKeyDown={(event) => {
					if (event.nativeEvent.isComposing) return;
					if (suggestions.move(event)) event.preventDefault();
					if (event.key !== "Enter") return;
					event.preventDefault();
					if (suggestions.chosen) choose(suggestions.chosen);
					else apply(words);
				}}
			/>
			{isWrong && <p role="alert">{strings.link.wrong}</p>}
			<SuggestionList suggestions={suggestions} label={strings.link.found} onChoose={choose} />
			{suggestions.isNothing && <p role="status">{strings.choice.nothing}</p>}
			{suggestions.fault !== undefined && <p role="status">{suggestions.fault}</p>}
			<div className="body-buttons">
				<button type="button" onClick={() => apply(words)}>
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
