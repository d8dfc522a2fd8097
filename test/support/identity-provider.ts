/** A small OpenID Connect provider for tests, with discovery, authorization code with PKCE, and signed id tokens. */
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

interface Grant {
	readonly redirect: string;
	readonly challenge: string;
	readonly nonce: string | undefined;
	readonly email: string;
}

export interface IdentityProvider {
	readonly discoveryUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** The user who is signed in at the provider. Every request is approved. */
	email: string;
}

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keyId = "khoa";

/** Runs until the test is over. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
	const grants = new Map<string, Grant>();
	const tokens = new Map<string, Grant>();
	const server = createServer((request, response) => {
		answer(request, response).catch((error) => response.writeHead(400).end(String(error)));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => void server.close());
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider: IdentityProvider = {
		discoveryUrl: `${issuer}/.well-known/openid-configuration`,
		clientId: "ban-lam-viec",
		clientSecret: "bí mật của bàn làm việc",
		email: "",
	};

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", issuer);
		const json = (body: object) =>
			response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
		switch (url.pathname) {
			case "/.well-known/openid-configuration":
				return void json({
					issuer,
					authorization_endpoint: `${issuer}/authorize`,
					token_endpoint: `${issuer}/token`,
					userinfo_endpoint: `${issuer}/userinfo`,
					jwks_uri: `${issuer}/jwks`,
					response_types_supported: ["code"],
					subject_types_supported: ["public"],
					id_token_signing_alg_values_supported: ["RS256"],
				});
			case "/jwks":
				return void json({
					keys: [{ ...publicKey.export({ format: "jwk" }), kid: keyId, alg: "RS256", use: "sig" }],
				});
			case "/authorize": {
				const asked = url.searchParams;
				if (asked.get("client_id") !== provider.clientId) throw new Error("unknown client");
				if (asked.get("code_challenge_method") !== "S256") throw new Error("no PKCE");
				const redirect = asked.get("redirect_uri") ?? "";
				const code = randomUUID();
				grants.set(code, {
					redirect,
					challenge: asked.get("code_challenge") ?? "",
					nonce: asked.get("nonce") ?? undefined,
					email: provider.email,
				});
				const back = new URL(redirect);
				back.searchParams.set("code", code);
				back.searchParams.set("state", asked.get("state") ?? "");
				return void response.writeHead(302, { Location: back.href }).end();
			}
			case "/token": {
				let body = "";
				for await (const bytes of request) body += bytes;
				const form = new URLSearchParams(body);
				const grant = grants.get(form.get("code") ?? "");
				grants.delete(form.get("code") ?? "");
				const verifier = form.get("code_verifier") ?? "";
				const isProved = createHash("sha256").update(verifier).digest("base64url") === grant?.challenge;
				const isClient = secretOf(request, form) === provider.clientSecret;
				if (!grant || !isProved || !isClient || form.get("redirect_uri") !== grant.redirect) {
					return void response
						.writeHead(400, { "Content-Type": "application/json" })
						.end(JSON.stringify({ error: "invalid_grant" }));
				}
				const access = randomUUID();
				tokens.set(access, grant);
				return void json({
					access_token: access,
					token_type: "Bearer",
					expires_in: 600,
					id_token: idToken({ ...claims(grant), ...(grant.nonce && { nonce: grant.nonce }) }),
				});
			}
			case "/userinfo": {
				const grant = tokens.get((request.headers.authorization ?? "").replace(/^Bearer /, ""));
				if (!grant) throw new Error("no token");
				return void json(claims(grant));
			}
			default:
				response.writeHead(404).end();
		}
	}

	function claims({ email }: Grant) {
		const now = Math.floor(Date.now() / 1000);
		return {
			iss: issuer,
			aud: provider.clientId,
			sub: createHash("sha256").update(email).digest("hex"),
			iat: now,
			exp: now + 600,
			email,
			email_verified: true,
			name: "Người của tỉnh",
		};
	}

	return provider;
}

/** The client's secret, sent in either of OAuth 2.0's ways. */
function secretOf(request: IncomingMessage, form: URLSearchParams): string | null {
	const [, basic] = /^Basic (.*)$/.exec(request.headers.authorization ?? "") ?? [];
	if (basic === undefined) return form.get("client_secret");
	const [, secret = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
	return decodeURIComponent(secret);
}

function idToken(payload: object): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
	const signed = `${part({ alg: "RS256", typ: "JWT", kid: keyId })}.${part(payload)}`;
	return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}
