import { GetSecretValueCommand, type GetSecretValueCommandOutput, ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { type SigningKey, signingKeyOf } from "./signing-key";

/** What is asked of Secrets Manager's client here. */
export interface SecretsClient {
	send(command: GetSecretValueCommand): Promise<Pick<GetSecretValueCommandOutput, "SecretString">>;
}

type Stage = "AWSCURRENT" | "AWSPREVIOUS";

/**
 * Fetches the keys of a secret and of its value before, so that what was signed just before a change is still taken. None where nobody has filled
 * the secret, or with something else; that there is nothing before is usual.
 *
 * Not by Powertools' parameters: its cache is keyed by name alone, so that the two stages would be taken for one, and it does not remember that a
 * stage is missing.
 */
export async function fetchKeys(client: SecretsClient, arn: string): Promise<readonly SigningKey[]> {
	const [current, previous] = await Promise.all([keyAt(client, arn, "AWSCURRENT"), keyAt(client, arn, "AWSPREVIOUS")]);
	if (!current) return [];
	return previous ? [current, previous] : [current];
}

async function keyAt(client: SecretsClient, arn: string, stage: Stage): Promise<SigningKey | undefined> {
	try {
		const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }));
		return SecretString === undefined ? undefined : signingKeyOf(SecretString);
	} catch (error) {
		if (error instanceof ResourceNotFoundException) return undefined;
		throw error;
	}
}
