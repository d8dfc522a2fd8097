/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import { strings } from "../strings.ts";

export type PreviewWidth = "phone" | "desktop";
export type PreviewColours = "light" | "dark";

/** CSS pixels. */
const widths: Readonly<Record<PreviewWidth, number>> = { phone: 360, desktop: 1280 };

/**
 * Shows a page in the width of a phone or a large screen, in light or dark colours. The next page replaces the former
 * one when it has loaded, with the same scroll position.
 */
export function PreviewFrame({
	address,
	width,
	colours,
}: {
	readonly address: string;
	readonly width: PreviewWidth;
	readonly colours: PreviewColours;
}) {
	const place = useRef<HTMLDivElement>(null);
	const shown = useRef<HTMLIFrameElement>(null);
	const [room, setRoom] = useState({ width: 360, height: 600 });
	const [loaded, setLoaded] = useState("");
	useEffect(() => {
		if (!place.current) return undefined;
		const observer = new ResizeObserver(([entry]) => {
			if (entry) setRoom(entry.contentRect);
		});
		observer.observe(place.current);
		return () => observer.disconnect();
	}, []);
	useEffect(() => {
		const page = shown.current?.contentDocument;
		if (page && loaded) paint(page, colours);
	}, [colours, loaded]);
	const scale = Math.min(1, room.width / widths[width]);
	const style = {
		width: widths[width],
		height: room.height / scale,
		transform: scale === 1 ? "none" : `scale(${scale})`,
	};
	const onLoad = (frame: HTMLIFrameElement) => {
		const before = shown.current;
		const page = frame.contentDocument;
		if (page) paint(page, colours);
		frame.contentWindow?.scrollTo(0, before?.contentWindow?.scrollY ?? 0);
		shown.current = frame;
		setLoaded(address);
	};
	const addresses = loaded === address || loaded === "" ? [address] : [loaded, address];
	return (
		<div ref={place} className="preview-frame">
			{addresses.map((each) => (
				<iframe
					key={each}
					title={strings.preview.page}
					src={each}
					style={style}
					hidden={each !== loaded && loaded !== ""}
					sandbox="allow-same-origin allow-scripts allow-popups"
					onLoad={(event) => {
						if (each === address) onLoad(event.currentTarget);
					}}
				/>
			))}
		</div>
	);
}

/** Turns the page's rules for dark screens on or off, whatever the editor's screen is. */
function paint(page: Document, colours: PreviewColours): void {
	page.documentElement.style.colorScheme = colours;
	for (const sheet of page.styleSheets) {
		for (const rule of sheet.cssRules) {
			if (!(rule.constructor.name === "CSSMediaRule")) continue;
			const { media } = rule as CSSMediaRule;
			const asked =
				ruleColours.get(rule) ?? /prefers-color-scheme:\s*(dark|light)/.exec(media.mediaText)?.[1];
			if (asked === undefined) continue;
			ruleColours.set(rule, asked);
			media.mediaText = asked === colours ? "all" : "not all";
		}
	}
}

/** A rule's original condition. */
const ruleColours = new WeakMap<CSSRule, string>();
