import * as dynamodb from "@pulumi/aws/dynamodb";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";

/**
 * The ledger's table, with one item per entry.
 *
 * Without point-in-time recovery: its items expire, and backups would keep them for another 35 days.
 */
export function makeLedger(context: ComponentContext, keys: Keys): dynamodb.Table {
	return new dynamodb.Table(
		`${context.name}-ledger`,
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
			deletionProtectionEnabled: context.options.ledger.deletionProtection,
			...context.regionalTagged,
		},
		context.childOptions,
	);
}
