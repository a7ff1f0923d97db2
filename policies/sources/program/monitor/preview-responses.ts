import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINEL as UNKNOWN } from "../../../engine/wire";
import type { Declarations, Members } from "../predicted/declarations";
import type { StandIns } from "../predicted/stand-ins";
import type { EngineResponses } from "./engine-responses";
import { builtInResponse } from "./functions";

/** Responses as in a first preview: all resources are new, and an output is known only if it equals an input. */
export class PreviewResponses implements EngineResponses {
	readonly everythingExists = false;

	constructor(
		private readonly declarations: Declarations,
		private readonly standIns: Pick<StandIns, "account" | "items">,
	) {}

	resource: EngineResponses["resource"] = ({ inputs, remote, secretOutputs }) => ({
		outputs: withSecrets(remote ? {} : inputs, secretOutputs),
	});

	existing: EngineResponses["existing"] = (_, given) => given;

	stack: EngineResponses["stack"] = () => UNKNOWN;

	function: EngineResponses["function"] = (token, args, region) => {
		const known = builtInResponse(token, args, region, this.standIns.account);
		if (known) return known;
		const members = this.declarations.resultOf(token);
		return { ...(members.size > 0 ? { result: { ...unknownResult(members, this.standIns.items), ...args } } : {}), unanswered: true };
	};
}

/** Outputs, with those marked that the SDK declares as secrets, known or not. */
export function withSecrets(outputs: Readonly<Record<string, unknown>>, secrets: readonly string[]): Record<string, unknown> {
	const marked = secrets.map((name) => [name, asSecret(outputs[name] ?? UNKNOWN)] as const);
	return { ...outputs, ...Object.fromEntries(marked) };
}

function asSecret(value: unknown): unknown {
	const isMarked = typeof value === "object" && value !== null && SIGNATURE_KEY in value;
	return isMarked ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

function unknownResult(members: Members, items: number): Record<string, unknown> {
	return Object.fromEntries([...members].map(([name, { shape }]) => [name, shape.is === "list" ? Array(items).fill(UNKNOWN) : UNKNOWN]));
}
