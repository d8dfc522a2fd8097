import { cpus, release, totalmem, type } from "node:os";

/** Where figures were taken. */
export interface Machine {
	readonly cpus: number;
	readonly model: string;
	/** In bytes. */
	readonly memory: number;
	readonly system: string;
	readonly node: string;
}

export function thisMachine(): Machine {
	const cores = cpus();
	return {
		cpus: cores.length,
		model: cores[0]?.model.trim() ?? "",
		memory: totalmem(),
		system: `${type()} ${release()}`,
		node: process.version,
	};
}
