import { type SettingsError, settingsFile } from "../../src/desk/settings.ts";
import { CommandError } from "../command.ts";

/** What a command says of invalid settings: every problem. */
export function settingsFault({ message }: SettingsError): CommandError {
	return new CommandError(`Tệp ${settingsFile} chưa đúng:\n${message}`);
}
