import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import { allow } from "./policy";
import { everyMinute } from "./schedule";
import { makeSecret } from "./secret";

/** In seconds. Less than the schedule's minute, so that runs do not overlap. */
const TIMEOUT = 50;

export interface Poller {
	/** ARN of the secret for the API client's credentials. */
	readonly secret: pulumi.Output<string>;
}

/** Reads Scalekit's authentication logs every minute, because failed logins send no webhook. */
export function makePoller(context: ComponentContext, keys: Keys, ledger: LedgerAccess): Poller {
	const secret = makeSecret(
		context,
		"api-credentials",
		'Scalekit API client credentials ({"client_id", "client_secret"}), set manually',
		keys,
	);
	const poller = makeFunction(context, "poller", {
		description: "Reads Scalekit's authentication logs",
		timeout: TIMEOUT,
		memory: 512,
		environment: {
			SCALEKIT_ENVIRONMENT_URL: context.options.scalekit.environmentUrl,
			SCALEKIT_CREDENTIALS_ARN: secret.arn,
			HASH_KEY_ARN: keys.hash,
		},
		permissions: [
			allow(["secretsmanager:GetSecretValue"], secret.arn),
			allow(["kms:GenerateMac"], keys.hash),
			ledger.allow("BatchGetItem", "GetItem", "PutItem"),
		],
		ledger: ledger.table,
		keys,
	});
	everyMinute(context, "poller", poller);
	return { secret: secret.arn };
}
