/** A mail server with real SMTP, for tests of sent mail. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** Starts a mail server; it ends with the test. Returns its address and the letters that it receives. */
export async function startMail() {
	const letters: { readonly to: readonly string[]; readonly text: string }[] = [];
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		async onData(stream, session, done) {
			let text = "";
			for await (const part of stream) text += part;
			letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
			done();
		},
	});
	const listening = server.listen(0, "127.0.0.1");
	await once(listening, "listening");
	const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
	onTestFinished(close);
	const { port } = listening.address() as AddressInfo;
	return {
		letters,
		close,
		options: { server: `smtp://127.0.0.1:${port}`, from: "Tin <tin@thu.example.vn>" },
	};
}
