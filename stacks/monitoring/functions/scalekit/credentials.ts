import * as z from "zod";

/** The secret has no value, or not the expected one. The message names the secret, not its value. */
export class MissingCredentialsError extends Error {
	override readonly name = "MissingCredentialsError";
}

export interface Credentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Provides credentials; `refresh` bypasses the cache. */
export type CredentialsSource = (options: { refresh: boolean }) => Promise<Credentials>;

/** Reads a secret; Powertools' `SecretsProvider` implements it. */
export interface SecretReader {
	get(name: string, options: { maxAge: number; forceFetch: boolean }): Promise<unknown>;
}

/** Cache time of credentials in seconds: short, so that rotated ones are used soon. */
const CACHED = 300;

const shape = z.object({ client_id: z.string().trim().min(1), client_secret: z.string().trim().min(1) });

/**
 * Reads Scalekit's client id and secret from a secret in Secrets Manager.
 *
 * @throws {MissingCredentialsError}
 */
export function credentialsFrom(secrets: SecretReader, arn: string): CredentialsSource {
	return async ({ refresh }) => {
		const text = await secrets.get(arn, { maxAge: CACHED, forceFetch: refresh }).catch((error: Error) => {
			if (isEmptySecret(error)) return undefined;
			throw error;
		});
		const read = shape.safeParse(parsed(text));
		if (!read.success)
			throw new MissingCredentialsError(
				`The secret ${arn} must contain {"client_id": "…", "client_secret": "…"} of the Scalekit environment`,
			);
		return { clientId: read.data.client_id, clientSecret: read.data.client_secret };
	};
}

/** Secrets Manager returns the same error for a secret without value as for a missing one; Powertools wraps it. */
function isEmptySecret({ name, cause }: Error): boolean {
	return [name, cause instanceof Error ? cause.name : undefined].includes("ResourceNotFoundException");
}

/** JSON.parse without its error message, which would quote the value. */
function parsed(text: unknown): unknown {
	try {
		return typeof text === "string" ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}
