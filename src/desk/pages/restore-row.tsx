import type { Child } from "hono/jsx";

export interface RestoreRowProps {
	readonly title: string;
	/** Where the form is sent; the page's own address by default. */
	readonly action?: string;
	/** What is sent, by name. */
	readonly hidden: Readonly<Record<string, string>>;
	/** The button; undefined where nothing would change. */
	readonly button: string | undefined;
	/** Facts about it, each an element. */
	readonly children?: Child;
}

/** A row of a list of what can be restored. */
export function RestoreRow({ title, action, hidden, button, children }: RestoreRowProps) {
	return (
		<li>
			<div class="desk-line">
				<div>
					<p class="desk-title">{title}</p>
					<p class="desk-facts">{children}</p>
				</div>
			</div>
			{button && (
				<form method="post" action={action}>
					{Object.entries(hidden).map(([name, value]) => (
						<input type="hidden" name={name} value={value} />
					))}
					<button class="desk-button" type="submit">
						{button}
					</button>
				</form>
			)}
		</li>
	);
}
