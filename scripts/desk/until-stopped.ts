/** Waits until the process gets a signal to end. */
export async function untilStopped(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
	});
}
