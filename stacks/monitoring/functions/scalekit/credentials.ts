import * as z from "zod";

/** Nobody has filled the secret yet, or with something else. The message names the secret and nothing in it. */
export class NotFilled extends Error {
	override readonly name = "NotFilled";
}

export interface Credentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Where credentials come from; `anew` passes by what is cached. */
export type CredentialsSource = (options: { anew: boolean }) => Promise<Credentials>;

/** What reads a secret: Powertools' `SecretsProvider` fits. */
export interface SecretReader {
	get(name: string, options: { maxAge: number; forceFetch: boolean }): Promise<unknown>;
}

/** Seconds that credentials are cached, so that rotated ones are used soon. */
const CACHED = 300;

const shape = z.object({ client_id: z.string().trim().min(1), client_secret: z.string().trim().min(1) });

/**
 * Reads Scalekit's client id and secret from a secret in Secrets Manager.
 *
 * @throws {NotFilled}
 */
export function credentialsFrom(secrets: SecretReader, arn: string): CredentialsSource {
	return async ({ anew }) => {
		const text = await secrets.get(arn, { maxAge: CACHED, forceFetch: anew }).catch((error: Error) => {
			if (isNeverFilled(error)) return undefined;
			throw error;
		});
		const read = shape.safeParse(parsed(text));
		if (!read.success)
			throw new NotFilled(`The secret ${arn} must be filled with {"client_id": "…", "client_secret": "…"} of the Scalekit environment`);
		return { clientId: read.data.client_id, clientSecret: read.data.client_secret };
	};
}

/** Secrets Manager answers for a secret without a value as for one that does not exist; Powertools wraps the answer. */
function isNeverFilled({ name, cause }: Error): boolean {
	return [name, cause instanceof Error ? cause.name : undefined].includes("ResourceNotFoundException");
}

/** JSON.parse, whose own error would quote the text. */
function parsed(text: unknown): unknown {
	try {
		return typeof text === "string" ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}
