import { CommandError } from "../command.ts";

/** @param name how the port was given, for the message: `PORT=9x` */
export function readPort(text: string, name: string, example: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new CommandError(`${name} không phải là số cổng.`, `Hãy dùng số từ 1 đến 65535, như ${example}.`);
}
