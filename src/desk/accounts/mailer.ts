import nodemailer from "nodemailer";

export interface MailOptions {
	/** `smtps://user:password@host:465`; what Nodemailer takes as a connection address. */
	readonly server: string;
	/** `Tin Tỉnh <tin@example.vn>` */
	readonly from: string;
}

export interface Mailer {
	/** @throws what the mail server refuses */
	send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
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
