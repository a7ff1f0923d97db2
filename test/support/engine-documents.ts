import type { ResourceData } from "../../policies/engine/resource";
import { parseJson, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../policies/engine/wire";
import { onTheWire } from "./on-the-wire";

/** What the CLI writes in place of a secret. */
const REDACTED = "[secret]";

/** What `pulumi preview --json --show-sames` writes of resources that a program registers. */
export function previewDocument(resources: readonly ResourceData[]): string {
	const steps = onTheWire(resources).map((each) => {
		const { name: _, component, ...state } = each;
		const op = each.external ? "read" : "create";
		return { op, urn: each.urn, newState: redacted({ ...state, custom: !component }) };
	});
	return JSON.stringify({ steps, diagnostics: [], changeSummary: { create: steps.length } });
}

/** The resources of a state as `policy analyze --file` sends them: secrets that are in plain text in the file, and marks in place of others. */
export function analyzedState(resources: readonly ResourceData[]): ResourceData[] {
	return resources.map((each) => ({
		...each,
		...(each.inputs ? { inputs: onlyKnownSecrets(each.inputs) as Record<string, unknown> } : {}),
		...(each.outputs ? { outputs: onlyKnownSecrets(each.outputs) as Record<string, unknown> } : {}),
	}));
}

function redacted(value: unknown): unknown {
	return withSecrets(value, () => REDACTED);
}

function onlyKnownSecrets(value: unknown): unknown {
	return withSecrets(value, ({ plaintext, value: given }) => ({
		[SIGNATURE_KEY]: SECRET_SIGNATURE,
		value: typeof plaintext === "string" ? parseJson(plaintext) : (given ?? REDACTED),
	}));
}

/** The value with something in place of each secret in it, and without what the engine keeps to itself. */
function withSecrets(value: unknown, shown: (secret: Readonly<Record<string, unknown>>) => unknown): unknown {
	if (Array.isArray(value)) return value.map((item) => withSecrets(item, shown));
	if (typeof value !== "object" || value === null) return value;
	const record = value as Record<string, unknown>;
	if (record[SIGNATURE_KEY] === SECRET_SIGNATURE) return shown(record);
	const entries = Object.entries(record).filter(([key]) => !key.startsWith("__"));
	return Object.fromEntries(entries.map(([key, child]) => [key, withSecrets(child, shown)]));
}
