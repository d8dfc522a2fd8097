/** @jsxImportSource react */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { deskPath } from "../src/desk/messages.ts";
import { strings } from "./strings.ts";

interface Props {
	readonly children?: ReactNode;
}

interface State {
	readonly error?: unknown;
}

/**
 * Replaces Decap's error page: says what happened to the text, and leads back to the form. When the form is removed,
 * `unsaved/` keeps what was being written.
 */
export class BrokenForm extends Component<Props, State> {
	override state: State = {};

	static getDerivedStateFromError(error: unknown): State {
		return { error };
	}

	override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
		console.error(error, componentStack);
	}

	override render() {
		const { error } = this.state;
		if (error === undefined) return this.props.children;
		return (
			<div className="broken-form" role="alert">
				<h1>{strings.broken.title}</h1>
				<p>{strings.broken.kept}</p>
				<p className="desk-dialog-buttons">
					<button type="button" className="desk-button desk-button-main" onClick={() => location.reload()}>
						{strings.broken.reopen}
					</button>
					<a className="desk-button" href={deskPath}>
						{strings.broken.toDesk}
					</a>
				</p>
				<details>
					<summary>{strings.broken.details}</summary>
					<pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
				</details>
			</div>
		);
	}
}
