import * as dynamodb from "@pulumi/aws/dynamodb";
import type { Keys } from "./encryption";
import type { Place } from "./place";

/**
 * The table in which everything that happened is put once.
 *
 * It is not backed up to a point in time: what is in it expires by itself, and backups would keep for another 35 days what was to be gone.
 */
export function makeLedger(place: Place, keys: Keys): dynamodb.Table {
	return new dynamodb.Table(
		`${place.name}-ledger`,
		{
			billingMode: "PAY_PER_REQUEST",
			hashKey: "id",
			attributes: [
				{ name: "id", type: "S" },
				{ name: "window", type: "S" },
			],
			globalSecondaryIndexes: [{ name: "by-window", hashKey: "window", rangeKey: "id", projectionType: "ALL" }],
			ttl: { attributeName: "expires", enabled: true },
			serverSideEncryption: { enabled: true, kmsKeyArn: keys.data },
			deletionProtectionEnabled: place.options.ledger.deletionProtection,
			...place.tagged,
		},
		place.child,
	);
}
