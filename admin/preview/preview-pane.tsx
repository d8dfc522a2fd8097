/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { PagePreview } from "../../src/desk/messages.ts";
import { openDraft, watchDraft } from "../decap-store.ts";
import { askDesk, DeskError, entryPath } from "../desk/desk-client.ts";
import { forgetSentFiles, sendFiles } from "../desk/sent-files.ts";
import { strings } from "../strings.ts";
import { type DraftText, draftText, firstLineOfBody, isPreviewed } from "./draft-text.ts";
import { type PreviewColours, PreviewFrame, type PreviewWidth } from "./preview-frame.tsx";
import { PreviewLinks } from "./preview-links.tsx";
import { PreviewProblems } from "./preview-problems.tsx";
import "./preview.css";

/** Milliseconds without typing before the page is rendered again. */
const pause = 700;

/** Adds a button to the form that shows the page as readers will get it. */
export function showPreview(): void {
	const place = document.createElement("div");
	place.id = "preview";
	document.body.append(place);
	createRoot(place).render(<PreviewPane />);
}

function PreviewPane() {
	const [isOpen, setOpen] = useState(false);
	const hasPage = useHasPage();
	const isShown = isOpen && hasPage;
	useEffect(() => {
		document.body.classList.toggle("with-preview", isShown);
	}, [isShown]);
	if (!hasPage) return null;
	return (
		<>
			<button
				type="button"
				className="preview-button desk-button"
				aria-expanded={isOpen}
				hidden={isOpen}
				onClick={() => setOpen(true)}
			>
				{strings.preview.open}
			</button>
			{isShown && <OpenPane onClose={() => setOpen(false)} />}
		</>
	);
}

function OpenPane({ onClose }: { readonly onClose: () => void }) {
	const { preview, source, message } = usePreview();
	const [width, setWidth] = useState<PreviewWidth>("phone");
	const [colours, setColours] = useState<PreviewColours>("light");
	const [hasLinks, setLinks] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus(), []);
	const saved = openDraft()?.id;
	return (
		<section className="preview-pane" aria-labelledby="preview-title">
			<div className="preview-bar">
				<h1 id="preview-title" ref={title} tabIndex={-1}>
					{strings.preview.title}
				</h1>
				<Choice
					label={strings.preview.width}
					options={{ phone: strings.preview.phone, desktop: strings.preview.desktop }}
					value={width}
					onChange={setWidth}
				/>
				<Choice
					label={strings.preview.colours}
					options={{ light: strings.preview.light, dark: strings.preview.dark }}
					value={colours}
					onChange={setColours}
				/>
				{saved !== undefined && (
					<button
						type="button"
						className="desk-button"
						aria-expanded={hasLinks}
						onClick={() => setLinks(!hasLinks)}
					>
						{strings.preview.links}
					</button>
				)}
				<button type="button" className="desk-button" onClick={onClose}>
					{strings.preview.close}
				</button>
			</div>
			{hasLinks && saved !== undefined && source && (
				<PreviewLinks collection={source.collection} id={saved} />
			)}
			{message !== "" && <p role="alert">{message}</p>}
			{preview && source && (
				<PreviewProblems
					collection={source.collection}
					problems={preview.problems}
					warnings={preview.warnings}
					firstLine={firstLineOfBody(source.text)}
				/>
			)}
			{preview?.address !== undefined && (
				<PreviewFrame address={preview.address} width={width} colours={colours} />
			)}
		</section>
	);
}

function Choice<Value extends string>({
	label,
	options,
	value,
	onChange,
}: {
	readonly label: string;
	readonly options: Readonly<Record<Value, string>>;
	readonly value: Value;
	readonly onChange: (value: Value) => void;
}) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a legend of its own
		<div role="group" aria-label={label} className="preview-choice">
			{(Object.entries(options) as [Value, string][]).map(([each, name]) => (
				<button
					key={each}
					type="button"
					className="desk-button"
					aria-pressed={each === value}
					onClick={() => onChange(each)}
				>
					{name}
				</button>
			))}
		</div>
	);
}

/** Whether the open document has a page. */
function useHasPage(): boolean {
	const look = () => {
		const draft = openDraft();
		return draft !== undefined && /^#\/collections\//.test(location.hash) && isPreviewed(draft.collection);
	};
	const [hasPage, setHasPage] = useState(look);
	useEffect(() => {
		const update = () => setHasPage(look());
		window.addEventListener("hashchange", update);
		const end = watchDraft(update);
		return () => {
			window.removeEventListener("hashchange", update);
			end();
		};
	});
	return hasPage;
}

interface ShownPreview {
	readonly preview?: PagePreview;
	readonly source?: DraftText;
	readonly message: string;
}

/** The page of the form's values, rendered again when typing pauses. */
function usePreview(): ShownPreview {
	const [shown, setShown] = useState<ShownPreview>({ message: "" });
	useEffect(() => {
		let isClosed = false;
		let isMaking = false;
		let made: unknown;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const make = async () => {
			const draft = openDraft();
			if (isMaking || isClosed || !draft || draft.data === made) return;
			const source = draftText(draft);
			if (!source) return;
			isMaking = true;
			made = draft.data;
			try {
				const preview = await askPreview(source);
				if (!isClosed) setShown({ preview, source, message: "" });
			} catch (error) {
				const message = error instanceof DeskError ? error.message : strings.preview.failed;
				if (!isClosed) setShown((before) => ({ ...before, message }));
			} finally {
				isMaking = false;
				if (openDraft()?.data !== made) wait();
			}
		};
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(() => void make(), pause);
		};
		void make();
		const end = watchDraft(() => {
			if (openDraft()?.data !== made) wait();
		});
		return () => {
			isClosed = true;
			clearTimeout(timer);
			end();
		};
	}, []);
	return shown;
}

async function askPreview({ collection, id, text, files }: DraftText): Promise<PagePreview> {
	const ask = async () =>
		await askDesk<PagePreview>(`${entryPath(collection, id)}/preview`, {
			method: "POST",
			body: await sendFiles(text, files),
			isPatient: false,
		});
	try {
		return await ask();
	} catch (error) {
		if (!(error instanceof DeskError) || error.status !== 410) throw error;
		forgetSentFiles(files);
		return await ask();
	}
}
