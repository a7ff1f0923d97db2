import type * as pulumi from "@pulumi/pulumi";
import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import type { Place } from "./place";
import { allow } from "./policy";
import { everyMinute } from "./schedule";
import { makeSecret } from "./secret";

/** Seconds: shorter than a minute, so that one run ends before the next begins. */
const TIMEOUT = 50;

export interface Poller {
	/** ARN of the secret that a person fills with the credentials of a client of Scalekit's API. */
	readonly secret: pulumi.Output<string>;
}

/** Reads Scalekit's authentication logs every minute: no webhook tells of a failed login. */
export function makePoller(place: Place, keys: Keys, ledger: LedgerAccess): Poller {
	const secret = makeSecret(
		place,
		"api-credentials",
		'Credentials of a client of Scalekit\'s API ({"client_id", "client_secret"}); filled in by a person',
		keys,
	);
	const poller = makeFunction(place, "poller", {
		description: "Reads Scalekit's authentication logs",
		timeout: TIMEOUT,
		memory: 512,
		environment: {
			SCALEKIT_ENVIRONMENT_URL: place.options.scalekit.environmentUrl,
			SCALEKIT_CREDENTIALS_ARN: secret.arn,
			HASH_KEY_ARN: keys.hash,
		},
		may: [
			allow(["secretsmanager:GetSecretValue"], secret.arn),
			allow(["kms:GenerateMac"], keys.hash),
			ledger.may("BatchGetItem", "GetItem", "PutItem"),
		],
		ledger: ledger.table,
		keys,
	});
	everyMinute(place, "poller", poller);
	return { secret: secret.arn };
}
