import nodemailer from "nodemailer";

export interface MailOptions {
	/** `smtps://user:password@host:465`: a connection address as Nodemailer accepts it. */
	readonly server: string;
	/** `Tin Tỉnh <tin@example.vn>` */
	readonly from: string;
}

export interface Mailer {
	/** @throws errors of the mail server */
	send(mail: {
		readonly to: string;
		readonly subject: string;
		readonly text: string;
		readonly replyTo?: string;
	}): Promise<void>;
}

/** How long a mail server may be silent, in milliseconds: somebody waits for the answer. */
const longestSilence = 10_000;

export function createMailer({ server, from }: MailOptions, silence = longestSilence): Mailer {
	const timeouts = { connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence };
	return {
		async send(mail) {
			const transport = nodemailer.createTransport({ url: server, ...timeouts });
			try {
				await transport.sendMail({ from, ...mail });
			} finally {
				transport.close();
			}
		},
	};
}
