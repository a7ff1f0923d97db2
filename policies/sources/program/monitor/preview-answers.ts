import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";
import type { Declarations, Members } from "../predicted/declarations";
import type { StandIns } from "../predicted/stand-ins";
import type { Answers } from "./answers";
import { knownAnswer } from "./functions";
import { UNKNOWN } from "./unknown";

/** Answers as at a first preview: every resource is new, and an output is known only where it repeats an input. */
export class PreviewAnswers implements Answers {
	readonly everythingExists = false;

	constructor(
		private readonly declarations: Declarations,
		private readonly standIns: Pick<StandIns, "account" | "items">,
	) {}

	resource: Answers["resource"] = ({ inputs, remote, secretOutputs }) => ({
		outputs: withSecrets(remote ? {} : inputs, secretOutputs),
	});

	existing: Answers["existing"] = (_, given) => given;

	stack: Answers["stack"] = () => UNKNOWN;

	function: Answers["function"] = (token, args, region) => {
		const known = knownAnswer(token, args, region, this.standIns.account);
		if (known) return known;
		const members = this.declarations.resultOf(token);
		return { ...(members.size > 0 ? { result: { ...unknownResult(members, this.standIns.items), ...args } } : {}), unanswered: true };
	};
}

/** Outputs with the mark on those that a package declares as secrets, known or not. */
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
