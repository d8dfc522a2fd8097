import Widget from "decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js";

/** Makes Decap draw fields while a picture is loading, too. Otherwise letters typed meanwhile vanish. */
export function drawFieldsWhileLoading(): void {
	const { shouldComponentUpdate } = Widget.prototype;
	Widget.prototype.shouldComponentUpdate = function (next) {
		return shouldComponentUpdate.call(this, { ...next, isLoadingAsset: false });
	};
}
