/** What only service workers have. The compiler knows either pages or workers, not both at once. */

export interface LastingEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface MessageOfPage extends LastingEvent {
	readonly data: unknown;
	readonly ports: readonly MessagePort[];
}

interface Client {
	postMessage(message: unknown): void;
}

interface WorkerScope {
	readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly Client[]> };
	readonly registration: ServiceWorkerRegistration;
	readonly location: Location;
	skipWaiting(): Promise<void>;
	addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
	addEventListener(type: "message", listener: (event: MessageOfPage) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
