/** @jsxImportSource react */
import type { Map as ImmutableMap } from "immutable";
import { Plate, PlateContent, type PlateEditor, usePlateEditor } from "platejs/react";
import { type ClipboardEvent, type DragEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { repairHtml, repairText } from "../../src/import/encodings/index.ts";
import { countWords } from "../../src/text/index.ts";
import { type DraftFiles, keepWithDraft } from "../pictures/draft-files.ts";
import { preparePicture } from "../pictures/prepare-picture.ts";
import type { GetAsset } from "../pictures/use-asset.ts";
import { strings } from "../strings.ts";
import { askConversion, type LegacyChange } from "./ask-conversion.ts";
import { type BodyContext, BodyContextProvider } from "./body-context.ts";
import { bodyElements } from "./body-elements.tsx";
import { BodyText } from "./body-text.ts";
import { BodyToolbar } from "./body-toolbar.tsx";
import { readClipboardHtml } from "./clipboard-blocks.ts";
import { readClipboardText } from "./clipboard-text.ts";
import { bodyPlugins } from "./editor-plugins.ts";
import { insertBlocks } from "./insert-blocks.ts";
import { LinkForm } from "./link-form.tsx";
import type { Block, Figure, Paragraph, Picture } from "./nodes.ts";
import { emptyText } from "./nodes.ts";
import "./body.css";

export interface BodyControlProps extends DraftFiles {
	readonly forID: string;
	readonly classNameWrapper: string;
	readonly value?: string;
	readonly onChange: (value: string) => void;
	readonly getAsset: GetAsset;
	readonly setActiveStyle: () => void;
	readonly setInactiveStyle: () => void;
}

/** The clipboard type of text that was copied in this editor. */
const ownClipboard = "application/x-slate-fragment";

/** The control for a Markdown body, in rich text or as Markdown. */
export function BodyControl(props: BodyControlProps) {
	const { value = "", onChange, forID } = props;
	const [isSource, setSource] = useState(false);
	const written = useRef(value);
	// A value that this control did not write comes from a backup or from another person's change. It is compared
	// during rendering: an effect, which runs later, could compare it with what was typed meanwhile.
	const [round, setRound] = useState(0);
	useLayoutEffect(() => {
		if (value === written.current) return;
		written.current = value;
		setRound((number) => number + 1);
	}, [value]);
	const change = (text: string) => {
		if (text === written.current) return;
		written.current = text;
		onChange(text);
	};
	if (isSource) {
		return (
			<div className={`${props.classNameWrapper} body`}>
				<div className="body-toolbar">
					<button type="button" className="body-tool" onClick={() => setSource(false)}>
						{strings.body.visual}
					</button>
				</div>
				<textarea
					id={forID}
					className="body-markdown"
					aria-label={strings.body.sourceLabel}
					value={value}
					onChange={(event) => change(event.currentTarget.value)}
				/>
			</div>
		);
	}
	return (
		<VisualBody key={round} {...props} value={value} onChange={change} onSource={() => setSource(true)} />
	);
}

interface VisualBodyProps extends BodyControlProps {
	readonly value: string;
	readonly onSource: () => void;
}

/** An article's body by what it is, other texts by their fields. */
function labelOf(field: unknown): string {
	const { name, label } = (field as ImmutableMap<string, string>).toObject();
	return name === "body" || label === undefined ? strings.body.label : label;
}

function VisualBody(props: VisualBodyProps) {
	const { value, onChange, onSource, forID, classNameWrapper, field } = props;
	// biome-ignore lint/correctness/useExhaustiveDependencies: made once from the text that was there
	const text = useMemo(() => new BodyText(value), []);
	const editor = usePlateEditor({
		plugins: bodyPlugins,
		override: { components: bodyElements as never },
		value: (text.blocks.length > 0 ? structuredClone(text.blocks) : [emptyParagraph()]) as never,
		shouldNormalizeEditor: true,
	});
	const [message, setMessage] = useState("");
	const [isLinking, setLinking] = useState(false);
	const [words, setWords] = useState(() => countWords(value));
	const latest = useRef(props);
	latest.current = props;
	const body = useMemo(
		(): BodyContext => ({
			field,
			getAsset: (path, of) => latest.current.getAsset(path, of),
			addPictures: (files) => addPictures(files, latest.current, setMessage),
		}),
		[field],
	);
	return (
		<BodyContextProvider value={body}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: tells the form which field is being edited */}
			<div
				className={`${classNameWrapper} body`}
				onKeyDown={(event) => {
					if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
					event.preventDefault();
					setLinking(true);
				}}
				onFocus={() => latest.current.setActiveStyle()}
				onBlur={() => latest.current.setInactiveStyle()}
			>
				<Plate
					editor={editor}
					onValueChange={({ value: blocks }) => {
						const markdown = text.write(blocks as unknown as Block[]);
						setWords(countWords(markdown));
						onChange(markdown);
					}}
				>
					<div className="body-tools">
						<BodyToolbar onLink={() => setLinking(true)} onSource={onSource} />
						{isLinking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
					</div>
					<PlateContent
						id={forID}
						className="body-content"
						aria-label={labelOf(field)}
						aria-multiline
						disableDefaultStyles
						onPaste={(event) => paste(event, editor, body, setMessage)}
						onDrop={(event) => drop(event, editor, body)}
					/>
				</Plate>
				<p className="body-status">
					<span role="status">{message}</span> <span>{strings.body.words(words)}</span>
				</p>
			</div>
		</BodyContextProvider>
	);
}

function emptyParagraph(): Paragraph {
	return { type: "p", children: emptyText() };
}

async function addPictures(
	files: readonly File[],
	draft: DraftFiles,
	say: (message: string) => void,
): Promise<Picture[]> {
	if (files.length === 0) return [];
	say(strings.pictures.uploading(files.length));
	const added: Picture[] = [];
	const refused: string[] = [];
	for (const file of files) {
		try {
			const src = await keepWithDraft(await preparePicture(file), draft);
			added.push({ src, alt: "", caption: "", credit: "" });
		} catch (error) {
			refused.push(error instanceof Error ? error.message : String(error));
		}
	}
	say([...(added.length > 0 ? [strings.pictures.added(added.length)] : []), ...refused].join(" "));
	return added;
}

function paste(
	event: ClipboardEvent,
	editor: PlateEditor,
	body: BodyContext,
	say: (message: string) => void,
): boolean {
	const { clipboardData: data } = event;
	if (data.types.includes(ownClipboard)) return false;
	const files = [...data.files].filter(({ type }) => type.startsWith("image/"));
	const clipboard = { html: data.getData("text/html"), text: data.getData("text/plain") };
	const legacy = withoutLegacyEncoding(clipboard);
	if (!legacy) return insertClipboard(event, clipboard, files, { editor, body, say });
	event.preventDefault();
	const { selection } = editor;
	void askConversion(legacy.change).then((isAgreed) => {
		if (isAgreed === undefined) return;
		if (selection) editor.tf.select(selection);
		insertClipboard(event, isAgreed ? legacy : clipboard, files, { editor, body, say });
		editor.tf.focus();
	});
	return true;
}

interface Clipboard {
	readonly html: string;
	readonly text: string;
}

/**
 * Text in an older encoding converted to Unicode, with the first line that changes; undefined if all of it is Unicode.
 */
function withoutLegacyEncoding({
	html,
	text,
}: Clipboard): (Clipboard & { readonly change: LegacyChange }) | undefined {
	const repaired = html ? repairHtml(html) : repairText(text);
	const change = repaired.changes.find((each): each is LegacyChange => each.kind !== "entities");
	return (
		change && {
			html: "html" in repaired ? repaired.html : "",
			text: "text" in repaired ? repaired.text : text,
			change,
		}
	);
}

function insertClipboard(
	event: ClipboardEvent,
	{ html, text }: Clipboard,
	files: readonly File[],
	{ editor, body, say }: { editor: PlateEditor; body: BodyContext; say: (message: string) => void },
): boolean {
	const { blocks, missingPictures } = html
		? readClipboardHtml(new DOMParser().parseFromString(html, "text/html").body)
		: readClipboardText(text);
	// A browser copies a single picture as a file and as an address.
	const isPictureAlone = files.length > 0 && blocks.every((block) => block.type === "figure");
	if (blocks.length === 0 && files.length === 0)
		return missingPictures > 0 && refuse(event, say, missingPictures);
	event.preventDefault();
	if (isPictureAlone) {
		void insertFiles(files, editor, body);
		return true;
	}
	const hasPictures = blocks.some(({ type }) => type === "figure");
	if (hasPictures) void withKeptPictures(blocks, body).then((kept) => insertBlocks(editor, kept));
	else insertBlocks(editor, blocks);
	if (missingPictures > 0 || !hasPictures)
		say(missingPictures > 0 ? strings.paste.missingPictures(missingPictures) : "");
	return true;
}

function refuse(event: ClipboardEvent, say: (message: string) => void, count: number): boolean {
	event.preventDefault();
	say(strings.paste.missingPictures(count));
	return true;
}

function drop(event: DragEvent, editor: PlateEditor, body: BodyContext): boolean {
	const files = [...event.dataTransfer.files].filter(({ type }) => type.startsWith("image/"));
	if (files.length === 0) return false;
	event.preventDefault();
	void insertFiles(files, editor, body);
	return true;
}

async function insertFiles(files: readonly File[], editor: PlateEditor, body: BodyContext): Promise<void> {
	for (const picture of await body.addPictures(files)) {
		insertBlocks(editor, [{ type: "figure", pictures: [picture], children: emptyText() } satisfies Figure]);
	}
}

/** Pictures inside pasted HTML first become files of the draft; those that cannot are left out. */
async function withKeptPictures(blocks: readonly Block[], body: BodyContext): Promise<Block[]> {
	const kept: Block[] = [];
	for (const block of blocks) {
		if (block.type !== "figure") {
			kept.push(block);
			continue;
		}
		const pictures: Picture[] = [];
		for (const picture of block.pictures) {
			const [added] = await body.addPictures([fileOf(picture.src)]);
			if (added) pictures.push({ ...picture, src: added.src });
		}
		if (pictures.length > 0) kept.push({ ...block, pictures });
	}
	return kept;
}

function fileOf(dataAddress: string): File {
	const [, type = "", base64 = ""] = /^data:([^;]+);base64,(.*)$/s.exec(dataAddress) ?? [];
	const bytes = Uint8Array.from(atob(base64.replace(/\s/g, "")), (character) => character.charCodeAt(0));
	return new File([bytes], `anh-dan.${type.split("/")[1] ?? "png"}`, { type });
}
