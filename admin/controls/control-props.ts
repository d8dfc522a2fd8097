import type { Map as ImmutableMap } from "immutable";

/** What Decap hands to the control of a field, as far as the controls here ask for it. */
export interface ControlProps<Value> {
	readonly forID: string;
	readonly classNameWrapper: string;
	readonly field: ImmutableMap<string, unknown>;
	readonly value?: Value;
	readonly onChange: (value: Value | undefined) => void;
	readonly setActiveStyle: () => void;
	readonly setInactiveStyle: () => void;
	/** The entry as it stands now. */
	readonly getEntry: () => ImmutableMap<string, unknown>;
}
