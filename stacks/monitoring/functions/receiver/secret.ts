import { GetSecretValueCommand, type GetSecretValueCommandOutput, ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { type SigningKey, signingKeyOf } from "./signing-key";

/** The part of the Secrets Manager client in use. */
export interface SecretsClient {
	send(command: GetSecretValueCommand): Promise<Pick<GetSecretValueCommandOutput, "SecretString" | "CreatedDate">>;
}

type Stage = "AWSCURRENT" | "AWSPREVIOUS";

/** Grace period after a rotation: longer than Scalekit retries deliveries signed with the previous secret (28 hours). */
const PREVIOUS_GRACE_PERIOD_MS = 48 * 60 * 60_000;

interface StoredKey {
	readonly key: SigningKey | undefined;
	/** When this value was stored. */
	readonly since: Date | undefined;
}

/**
 * Fetches the current key and, for two days after a rotation, the previous one, so that deliveries signed before the rotation are accepted; also if the new
 * value is not a key, for example after a mistake. Empty if the secret has no value.
 *
 * Does not use Powertools' parameters: its cache is keyed by name only, so the two stages would share an entry, and it does not cache a missing stage.
 */
export async function fetchKeys(client: SecretsClient, arn: string, now: Date): Promise<readonly SigningKey[]> {
	const [current, previous] = await Promise.all([fetchStage(client, arn, "AWSCURRENT"), fetchStage(client, arn, "AWSPREVIOUS")]);
	const isRecent = !current.since || now.getTime() - current.since.getTime() < PREVIOUS_GRACE_PERIOD_MS;
	return [current.key, current.key && !isRecent ? undefined : previous.key].filter((key) => key !== undefined);
}

async function fetchStage(client: SecretsClient, arn: string, stage: Stage): Promise<StoredKey> {
	try {
		const { SecretString, CreatedDate } = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }));
		return { key: SecretString === undefined ? undefined : signingKeyOf(SecretString), since: CreatedDate };
	} catch (error) {
		if (error instanceof ResourceNotFoundException) return { key: undefined, since: undefined };
		throw error;
	}
}
