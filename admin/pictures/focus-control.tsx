/** @jsxImportSource react */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useSyncExternalStore } from "react";
import { type PicturePoint, pointOfFocus } from "../../src/model/picture-focus.ts";
import type { ControlProps } from "../controls/control-props.ts";
import { openDraft, watchDraft } from "../decap-store.ts";
import { strings } from "../strings.ts";
import { type GetAsset, useAsset } from "./use-asset.ts";
import "./focus.css";

/** Cards show a point in steps of ten percent. */
const step = 10;

const directions: Readonly<Record<string, PicturePoint>> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 },
};

export interface FocusControlProps extends ControlProps<string> {
	readonly getAsset: GetAsset;
}

/** The control for the point of a picture that stays in sight: clicked or tapped on the picture, or moved by arrow keys. */
export function FocusControl(props: FocusControlProps) {
	const { forID, classNameWrapper, field, value = "", onChange, getAsset } = props;
	const address = useAsset(useSyncExternalStore(watchDraft, mainPicture), field, getAsset);
	const { x, y } = pointOfFocus(value);
	const position = { objectPosition: `${x}% ${y}%` };
	const put = (point: PicturePoint) => {
		const next = `${rounded(point.x)}% ${rounded(point.y)}%`;
		onChange(next === "50% 50%" ? "" : next);
	};
	const follow = (event: MouseEvent) => {
		const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
		put({ x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 });
	};
	// A finger that moves scrolls the page.
	const drag = (event: PointerEvent) => {
		if (event.pointerType === "mouse" && event.buttons !== 0) follow(event);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const direction = directions[event.key];
		if (!direction) return;
		event.preventDefault();
		put({ x: x + step * direction.x, y: y + step * direction.y });
	};
	if (address === "") {
		return (
			<div id={forID} className={`${classNameWrapper} focus-control`}>
				{strings.focus.noPicture}
			</div>
		);
	}
	return (
		<div className={`${classNameWrapper} focus-control`}>
			<p>{strings.focus.explanation}</p>
			<div className="focus-control-sides">
				<div
					id={forID}
					className="focus-control-picture"
					role="slider"
					tabIndex={0}
					aria-label={String(field.get("label"))}
					aria-valuemin={0}
					aria-valuemax={100}
					aria-valuenow={x}
					aria-valuetext={strings.focus.point(x, y)}
					onClick={follow}
					onPointerMove={drag}
					onKeyDown={onKeyDown}
				>
					<img src={address} alt="" draggable={false} />
					<span className="focus-control-point" style={{ left: `${x}%`, top: `${y}%` }} />
				</div>
				<figure>
					<img src={address} alt="" style={position} />
					<figcaption>{strings.focus.card}</figcaption>
				</figure>
			</div>
			{value !== "" && (
				<div className="body-buttons">
					<button type="button" onClick={() => onChange("")}>
						{strings.focus.middle}
					</button>
				</div>
			)}
		</div>
	);
}

function rounded(percent: number): number {
	return Math.max(0, Math.min(100, Math.round(percent / step) * step));
}

/** The main picture is the only one that has a focus. */
function mainPicture(): string {
	return String(openDraft()?.data.getIn(["image", "src"]) ?? "");
}
