/** The part of Nodemailer that is used here; it ships no types. */
declare module "nodemailer" {
	interface Transport {
		sendMail(mail: {
			from: string;
			to: string;
			subject: string;
			text: string;
			replyTo?: string;
		}): Promise<unknown>;
		close(): void;
	}
	/** Timeouts in milliseconds. */
	interface TransportOptions {
		url: string;
		connectionTimeout: number;
		greetingTimeout: number;
		socketTimeout: number;
	}
	const nodemailer: { createTransport(options: TransportOptions): Transport };
	export default nodemailer;
}
