/** @jsxImportSource react */
import {
	PlateElement,
	type PlateElementProps,
	PlateLeaf,
	type PlateLeafProps,
	useEditorRef,
} from "platejs/react";
import type { ComponentType } from "react";
import { FileButton } from "../pictures/file-button.tsx";
import { useAsset } from "../pictures/use-asset.ts";
import { strings } from "../strings.ts";
import { useBody } from "./body-context.ts";
import type {
	Alignment,
	Figure,
	Footnote,
	InlinePicture,
	LinkNode,
	List,
	Picture,
	SourceBlock,
	Table,
} from "./nodes.ts";
import { PictureForm } from "./picture-form.tsx";

type As = "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "ul" | "ol" | "li" | "div" | "tr" | "td";

function elementAs(tag: As): ComponentType<PlateElementProps> {
	return (props) => <PlateElement as={tag} {...props} />;
}

function leafAs(tag: "strong" | "em" | "s" | "code"): ComponentType<PlateLeafProps> {
	return (props) => <PlateLeaf as={tag} {...props} />;
}

function nodeOf<Node>({ element }: PlateElementProps): Node {
	return element as unknown as Node;
}

function NumberedList(props: PlateElementProps) {
	const { start } = nodeOf<List>(props);
	return <PlateElement as="ol" {...props} attributes={{ ...props.attributes, start } as never} />;
}

/** Not a real link: the caret can enter it, and its address is shown as a tooltip. */
function LinkElement(props: PlateElementProps) {
	const { url } = nodeOf<LinkNode>(props);
	return (
		<PlateElement
			as="span"
			{...props}
			attributes={{ ...props.attributes, className: "body-link", title: url } as never}
		/>
	);
}

const alignmentStyle = (alignment: Alignment | undefined) =>
	alignment && alignment !== "none" ? { textAlign: alignment } : {};

function TableElement(props: PlateElementProps) {
	return (
		<PlateElement {...props} as="div" className="body-table">
			<table>
				<tbody>{props.children}</tbody>
			</table>
		</PlateElement>
	);
}

function CellElement(props: PlateElementProps) {
	const editor = useEditorRef();
	const path = editor.api.findPath(props.element) ?? [];
	const table = editor.children[path[0] ?? 0] as unknown as Table | undefined;
	const isHead = path.at(-2) === 0;
	return (
		<PlateElement
			{...props}
			as={isHead ? "th" : "td"}
			style={alignmentStyle(table?.alignments?.[path.at(-1) ?? 0])}
		/>
	);
}

/** A place to write before a block that the caret cannot leave. */
function ParagraphButton({
	element,
	above,
}: {
	readonly element: PlateElementProps["element"];
	readonly above: boolean;
}) {
	const editor = useEditorRef();
	return (
		<button
			type="button"
			onClick={() => {
				const path = editor.api.findPath(element);
				if (!path) return;
				const at = above ? path : [(path[0] ?? 0) + 1];
				editor.tf.insertNodes({ type: "p", children: [{ text: "" }] }, { at, select: true });
				editor.tf.focus();
			}}
		>
			{above ? strings.body.paragraphAbove : strings.body.paragraphBelow}
		</button>
	);
}

function RemoveButton({ element }: { readonly element: PlateElementProps["element"] }) {
	const editor = useEditorRef();
	return (
		<button
			type="button"
			onClick={() => {
				const path = editor.api.findPath(element);
				if (path) editor.tf.removeNodes({ at: path });
			}}
		>
			{strings.body.remove}
		</button>
	);
}

function FigureElement(props: PlateElementProps) {
	const editor = useEditorRef();
	const { addPictures } = useBody();
	const { pictures } = nodeOf<Figure>(props);
	const update = (next: Picture[]) => {
		const path = editor.api.findPath(props.element);
		if (!path) return;
		if (next.length === 0) editor.tf.removeNodes({ at: path });
		else editor.tf.setNodes({ pictures: next } as never, { at: path });
	};
	return (
		<PlateElement {...props}>
			{/* biome-ignore lint/a11y/useSemanticElements: each picture within is a fieldset already */}
			<div
				contentEditable={false}
				className="body-figure"
				role="group"
				aria-label={pictures.length > 1 ? strings.pictures.gallery : strings.pictures.label}
			>
				{pictures.map((picture, index) => (
					<PictureForm
						// The same picture may be in a gallery twice.
						// biome-ignore lint/suspicious/noArrayIndexKey: pictures have no names of their own
						key={`${picture.src} ${index}`}
						picture={picture}
						number={index + 1}
						count={pictures.length}
						onChange={(changed) => update(pictures.map((other, at) => (at === index ? changed : other)))}
						onRemove={() => update(pictures.filter((_, at) => at !== index))}
						onMove={(step) => update(moved(pictures, index, step))}
					/>
				))}
				<div className="body-buttons">
					<FileButton
						label={strings.pictures.add}
						multiple
						onFiles={async (files) => update([...pictures, ...(await addPictures(files))])}
					/>
					<ParagraphButton element={props.element} above />
					<ParagraphButton element={props.element} above={false} />
				</div>
			</div>
			{props.children}
		</PlateElement>
	);
}

function moved(pictures: readonly Picture[], index: number, step: 1 | -1): Picture[] {
	const result = [...pictures];
	const [picture] = result.splice(index, 1);
	if (picture) result.splice(index + step, 0, picture);
	return result;
}

function SourceElement(props: PlateElementProps) {
	const editor = useEditorRef();
	const { source } = nodeOf<SourceBlock>(props);
	return (
		<PlateElement {...props}>
			<div contentEditable={false} className="body-source">
				<textarea
					aria-label={strings.body.sourceBlock}
					// The caret would jump if the editor's late answer were written back.
					defaultValue={source}
					rows={Math.min(source.split("\n").length, 20)}
					onKeyDown={(event) => event.stopPropagation()}
					onPaste={(event) => event.stopPropagation()}
					onChange={(event) => {
						const path = editor.api.findPath(props.element);
						if (path) editor.tf.setNodes({ source: event.currentTarget.value } as never, { at: path });
					}}
				/>
				<div className="body-buttons">
					<ParagraphButton element={props.element} above />
					<RemoveButton element={props.element} />
				</div>
			</div>
			{props.children}
		</PlateElement>
	);
}

function RuleElement(props: PlateElementProps) {
	return (
		<PlateElement {...props}>
			<div contentEditable={false}>
				<hr />
			</div>
			{props.children}
		</PlateElement>
	);
}

function FootnoteElement(props: PlateElementProps) {
	const { label } = nodeOf<Footnote>(props);
	return (
		<PlateElement {...props} className="body-footnote">
			<span contentEditable={false} className="body-footnote-label">
				{strings.body.footnoteText(label)}:
			</span>{" "}
			<span>{props.children}</span>
		</PlateElement>
	);
}

function FootnoteReferenceElement(props: PlateElementProps) {
	const { label } = nodeOf<Footnote>(props);
	return (
		<PlateElement {...props} as="span">
			<sup
				contentEditable={false}
				className="body-footnote-reference"
				title={strings.body.footnoteReference(label)}
			>
				[{label}]
			</sup>
			{props.children}
		</PlateElement>
	);
}

function InlinePictureElement(props: PlateElementProps) {
	const { field, getAsset } = useBody();
	const { src, alt } = nodeOf<InlinePicture>(props);
	const address = useAsset(src, field, getAsset);
	return (
		<PlateElement {...props} as="span">
			<span contentEditable={false}>
				{address !== "" && <img className="body-inline-picture" src={address} alt={alt} />}
			</span>
			{props.children}
		</PlateElement>
	);
}

/** The element for each kind of node. The first heading of a body is an h2, as the page's title is its h1. */
export const bodyElements: Readonly<
	Record<string, ComponentType<PlateElementProps> | ComponentType<PlateLeafProps>>
> = {
	p: elementAs("p"),
	h1: elementAs("h2"),
	h2: elementAs("h2"),
	h3: elementAs("h3"),
	h4: elementAs("h4"),
	h5: elementAs("h5"),
	h6: elementAs("h6"),
	blockquote: elementAs("blockquote"),
	ul: elementAs("ul"),
	ol: NumberedList,
	li: elementAs("li"),
	lic: elementAs("div"),
	a: LinkElement,
	table: TableElement,
	tr: elementAs("tr"),
	td: CellElement,
	figure: FigureElement,
	hr: RuleElement,
	source: SourceElement,
	footnote: FootnoteElement,
	"footnote-reference": FootnoteReferenceElement,
	"inline-picture": InlinePictureElement,
	bold: leafAs("strong"),
	italic: leafAs("em"),
	strikethrough: leafAs("s"),
	code: leafAs("code"),
};
