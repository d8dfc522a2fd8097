import CMS from "decap-cms-app";
import { Component, type ComponentType, createElement } from "react";
import { strings } from "../strings.ts";

interface State {
	readonly hasFailed: boolean;
}

/**
 * Makes a component the control of all fields of a widget. Decap needs a ref to a control, to validate the field and to
 * focus it; only a class component has one. Where the component fails, the rest of the form stays, and the field can be
 * opened anew with the value that it has.
 */
export function registerControl<Props extends { readonly forID: string }>(
	widget: string,
	component: ComponentType<Props>,
): void {
	// biome-ignore lint/correctness/noComponentHookFactories: once for each widget, when the page is loaded
	class Control extends Component<Props, State> {
		override state: State = { hasFailed: false };

		static getDerivedStateFromError(): State {
			return { hasFailed: true };
		}

		focus(): void {
			document.getElementById(this.props.forID)?.focus();
		}

		override render() {
			if (!this.state.hasFailed) return createElement(component, this.props);
			return createElement(
				"div",
				{ className: "failed-control", role: "alert" },
				createElement("p", {}, strings.broken.control),
				createElement(
					"button",
					{
						type: "button",
						className: "desk-button",
						onClick: () => this.setState({ hasFailed: false }),
					},
					strings.broken.retry,
				),
			);
		}
	}
	CMS.registerWidget(widget, Control as never);
}
