import type { Table } from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import { allow, type Statement } from "./policy";

/** DynamoDB actions on single items of the ledger. */
export type LedgerAction = "BatchGetItem" | "DeleteItem" | "GetItem" | "PutItem" | "UpdateItem";

/** What functions need to access the ledger. */
export interface LedgerAccess {
	/** The table's name. */
	readonly table: pulumi.Output<string>;
	/** Allows actions on single items. */
	readonly allow: (...actions: readonly LedgerAction[]) => Statement;
	/** Allows queries of whole windows. */
	readonly allowReadingWindows: Statement;
}

export function accessTo({ name, arn }: Table): LedgerAccess {
	return {
		table: name,
		allow: (...actions) =>
			allow(
				actions.map((action) => `dynamodb:${action}`),
				arn,
			),
		allowReadingWindows: allow(["dynamodb:Query"], pulumi.interpolate`${arn}/index/by-window`),
	};
}
