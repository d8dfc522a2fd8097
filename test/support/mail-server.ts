/** A mail server with real SMTP, for tests of sent mail. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/**
 * Starts a mail server; it ends with the test. Returns its address and the letters that it receives.
 *
 * @param refuse why a letter is refused; undefined accepts it
 */
export async function startMail(refuse: (text: string) => string | undefined = () => undefined) {
	const letters: { readonly to: readonly string[]; readonly text: string }[] = [];
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		async onData(stream, session, done) {
			let text = "";
			for await (const part of stream) text += part;
			const reason = refuse(readable(text));
			if (reason !== undefined) return done(new Error(reason));
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

/** Decodes base64 and encoded words, as a mail program does. */
export function readable(text: string): string {
	const words = text.replace(/=\?UTF-8\?(Q|B)\?([^?]*)\?=\s*/gi, (_, kind: string, word: string) =>
		kind.toUpperCase() === "B" ? Buffer.from(word, "base64").toString() : unquoted(word.replaceAll("_", " ")),
	);
	const [, body = ""] = text.split(/\r?\n\r?\n/);
	return `${words}\n${/base64/i.test(text) ? Buffer.from(body, "base64").toString() : unquoted(text)}`;
}

function unquoted(text: string): string {
	const bytes = text
		.replace(/=\r?\n/g, "")
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, "latin1").toString();
}
