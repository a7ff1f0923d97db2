import type { Table } from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import { allow, type Statement } from "./policy";

/** What functions do with single items of the ledger. */
export type LedgerAction = "BatchGetItem" | "DeleteItem" | "GetItem" | "PutItem" | "UpdateItem";

/** The ledger as functions see it. */
export interface LedgerAccess {
	/** The table's name. */
	readonly table: pulumi.Output<string>;
	/** Lets a function do this with single items. */
	readonly may: (...actions: readonly LedgerAction[]) => Statement;
	/** Lets a function read whole windows. */
	readonly readWindows: Statement;
}

export function accessTo({ name, arn }: Table): LedgerAccess {
	return {
		table: name,
		may: (...actions) =>
			allow(
				actions.map((action) => `dynamodb:${action}`),
				arn,
			),
		readWindows: allow(["dynamodb:Query"], pulumi.interpolate`${arn}/index/by-window`),
	};
}
