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
	const nodemailer: { createTransport(server: string): Transport };
	export default nodemailer;
}
