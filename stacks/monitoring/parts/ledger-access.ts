import type { Table } from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import { allow, type Statement } from "./policy";

/** The ledger as functions see it. */
export interface LedgerAccess {
	/** The table's name. */
	readonly table: pulumi.Output<string>;
	/** Lets a function put what happened, and look up single items. */
	readonly readAndPut: Statement;
	/** Lets a function read whole windows too. */
	readonly readWindows: Statement;
	/** Lets a function take back what it had noted. */
	readonly clear: Statement;
}

export function accessTo(table: Table): LedgerAccess {
	const { name, arn } = table;
	return {
		table: name,
		readAndPut: allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchGetItem"], arn),
		readWindows: allow(["dynamodb:Query"], [arn, pulumi.interpolate`${arn}/index/by-window`]),
		clear: allow(["dynamodb:DeleteItem"], arn),
	};
}
