import type { Map as ImmutableMap } from "immutable";

/** The properties that Decap passes to a field's control, as far as our controls use them. */
export interface ControlProps<Value> {
	readonly forID: string;
	readonly classNameWrapper: string;
	readonly field: ImmutableMap<string, unknown>;
	readonly value?: Value;
	readonly onChange: (value: Value | undefined) => void;
	readonly setActiveStyle: () => void;
	readonly setInactiveStyle: () => void;
	/** The current entry. */
	readonly getEntry: () => ImmutableMap<string, unknown>;
}
