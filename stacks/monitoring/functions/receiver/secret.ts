import { GetSecretValueCommand, type GetSecretValueCommandOutput, ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { type SigningKey, signingKeyOf } from "./signing-key";

/** What is asked of Secrets Manager's client here. */
export interface SecretsClient {
	send(command: GetSecretValueCommand): Promise<Pick<GetSecretValueCommandOutput, "SecretString" | "CreatedDate">>;
}

type Stage = "AWSCURRENT" | "AWSPREVIOUS";

/** Milliseconds after a change in which the value before is still taken: longer than Scalekit delivers again what it signed (reference/scalekit.md §3.5: 28 h). */
const PREVIOUS_FOR = 48 * 60 * 60_000;

interface Found {
	readonly key: SigningKey | undefined;
	/** When this value became the secret's. */
	readonly since: Date | undefined;
}

/**
 * Fetches the keys of a secret and, for two days after a change, of its value before, so that what was signed just before is still taken; also where the
 * new value is no key, as after a slip. None where nobody has filled the secret; that there is nothing before is usual.
 *
 * Not by Powertools' parameters: its cache is keyed by name alone, so that the two stages would be taken for one, and it does not remember that a
 * stage is missing.
 */
export async function fetchKeys(client: SecretsClient, arn: string, now: Date): Promise<readonly SigningKey[]> {
	const [current, previous] = await Promise.all([find(client, arn, "AWSCURRENT"), find(client, arn, "AWSPREVIOUS")]);
	const isRecent = !current.since || now.getTime() - current.since.getTime() < PREVIOUS_FOR;
	return [current.key, current.key && !isRecent ? undefined : previous.key].filter((key) => key !== undefined);
}

async function find(client: SecretsClient, arn: string, stage: Stage): Promise<Found> {
	try {
		const { SecretString, CreatedDate } = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }));
		return { key: SecretString === undefined ? undefined : signingKeyOf(SecretString), since: CreatedDate };
	} catch (error) {
		if (error instanceof ResourceNotFoundException) return { key: undefined, since: undefined };
		throw error;
	}
}
