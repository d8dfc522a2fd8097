import CMS from "decap-cms-app";
import { Component, type ComponentType, createElement } from "react";

/**
 * Makes a component the control of all fields of a widget. Decap needs a ref to a control, to validate the field and to
 * focus it; only a class component has one.
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
