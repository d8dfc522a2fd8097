import CMS from "decap-cms-app";
import { Component, type ComponentType, createElement } from "react";

/**
 * Makes a component the control of all fields of a widget. Decap holds a control by a reference, through which it
 * checks the field and leads to it; only a class has one.
 */
export function registerControl<Props extends { readonly forID: string }>(
	widget: string,
	component: ComponentType<Props>,
): void {
	// biome-ignore lint/correctness/noComponentHookFactories: once for each widget, when the page is loaded
	class Control extends Component<Props> {
		focus(): void {
			document.getElementById(this.props.forID)?.focus();
		}

		override render() {
			return createElement(component, this.props);
		}
	}
	CMS.registerWidget(widget, Control as never);
}
