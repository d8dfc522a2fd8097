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

export function createMailer({ server, from }: MailOptions): Mailer {
	return {
		async send(mail) {
			const transport = nodemailer.createTransport(server);
			try {
				await transport.sendMail({ from, ...mail });
			} finally {
				transport.close();
			}
		},
	};
}
