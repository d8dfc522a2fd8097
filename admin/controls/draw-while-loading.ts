import Widget from "decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js";

/**
 * Decap draws no field while a picture is loading, so that letters typed meanwhile vanish. From now on it draws them.
 */
export function drawFieldsWhileLoading(): void {
	const { shouldComponentUpdate } = Widget.prototype;
	Widget.prototype.shouldComponentUpdate = function (next) {
		return shouldComponentUpdate.call(this, { ...next, isLoadingAsset: false });
	};
}
