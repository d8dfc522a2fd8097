import { DeskInUseError } from "../../src/desk/desk.ts";
import { PortInUseError } from "../../src/desk/server.ts";
import { SettingsError } from "../../src/desk/settings.ts";
import { StoreFault } from "../../src/desk/store/index.ts";
import { CommandError } from "../command.ts";
import { settingsFault } from "./settings-fault.ts";

/**
 * What keeps a desk from opening, as a message with a remedy. Everything else goes on.
 *
 * @param otherPort a command line that takes another port
 */
export function deskErrors(otherPort: string): (error: unknown) => never {
	return (error) => {
		if (error instanceof PortInUseError) {
			throw new CommandError(
				`Cổng ${error.message} đang có chương trình khác dùng.`,
				`Hãy dừng chương trình đó, hoặc chọn cổng khác: ${otherPort}.`,
			);
		}
		if (error instanceof DeskInUseError) {
			throw new CommandError(error.message, "Hãy dừng bàn làm việc kia, hoặc dùng thư mục khác với --data.");
		}
		if (error instanceof SettingsError) throw settingsFault(error);
		if (error instanceof StoreFault) {
			throw new CommandError(
				error.message,
				error.code === "not-a-repository"
					? "Hãy tạo kho Git cho cổng tin: git init && git add -A && git commit -m 'Cổng tin'."
					: undefined,
			);
		}
		throw error;
	};
}
