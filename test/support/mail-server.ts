/** A mail server over real SMTP, for tests of what is sent. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** What a mail server was given, and how it is reached. It ends with the test. */
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
