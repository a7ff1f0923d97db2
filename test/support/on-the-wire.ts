import { PartialText } from "../../policies/engine/partial-text";
import type { ResourceData } from "../../policies/engine/resource";
import { UNKNOWN } from "../../policies/sources/program/monitor/unknown";

const ACCOUNT = "123456789012";

/** The engine knows the account id; in one run of a program it is the only placeholder besides encrypted values. */
function isOfAccount({ holes }: PartialText): boolean {
	return holes.every(({ origin, secret }) => !origin && !secret);
}

/** The resources of one run of a program as the engine knows them: what is known in part is unknown there, but for the account. */
export function onTheWire(resources: readonly ResourceData[]): ResourceData[] {
	return resources.map(({ inputs, ...rest }) => ({
		...rest,
		...(inputs ? { inputs: withoutPieces(inputs) as Record<string, unknown> } : {}),
	}));
}

function withoutPieces(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (PartialText.is(value)) return isOfAccount(value) ? value.filled(() => ACCOUNT) : UNKNOWN;
	if (Array.isArray(value)) return value.map(withoutPieces);
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutPieces(child)]));
}
