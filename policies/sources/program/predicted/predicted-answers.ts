import { STACK_REFERENCE_TYPE } from "../../../engine/urn";
import { SIGNATURE_KEY } from "../../../engine/wire";
import type { Answers } from "../monitor/answers";
import { knownAnswer } from "../monitor/functions";
import { withSecrets } from "../monitor/preview-answers";
import type { Declarations, Members } from "./declarations";
import type { StandIns } from "./stand-ins";
import { Values } from "./values";

/** Answers as if everything existed: what only AWS would tell is a stand-in of the declared type. */
export class PredictedAnswers implements Answers {
	readonly everythingExists = true;
	readonly #values: Values;

	constructor(
		private readonly declarations: Declarations,
		private readonly standIns: StandIns,
	) {
		this.#values = new Values(standIns);
	}

	resource: Answers["resource"] = ({ urn, type, custom, remote, inputs, secretOutputs, region }) => {
		const place = { type, urn, region, secrets: new Set(secretOutputs), whole: false };
		if (!custom && !remote) return { outputs: inputs };
		const declared = this.declarations.outputsOf(type);
		const made = this.#values.of(remote ? textsOf(declared) : declared, place);
		if (remote) return { outputs: made };
		return { id: this.#values.text("id", place), outputs: withSecrets(filledIn(made, inputs), secretOutputs) };
	};

	existing: Answers["existing"] = ({ urn, type }, given) => {
		const made = this.#values.of(this.declarations.outputsOf(type), { type, urn, region: "us-east-1", whole: false });
		return { ...made, ...given };
	};

	/** A document whose key is a stand-in: the guard asks for its outputs by name. */
	stack: Answers["stack"] = (urn) => {
		const token = this.standIns.text({ type: STACK_REFERENCE_TYPE, urn, property: "outputs" });
		return { [token]: token };
	};

	function: Answers["function"] = (token, args, region) => {
		const known = knownAnswer(token, args, region, this.standIns.account);
		if (known) return known;
		const members = this.declarations.resultOf(token);
		const made = this.#values.of(members, { type: token, region, call: JSON.stringify(args), whole: true });
		return { ...(members.size > 0 ? { result: { ...made, ...args } } : {}), unanswered: true };
	};

	/** An output of a stack that is not known, made by its name. */
	stackOutput(urn: string, name: string): unknown {
		const place = { type: STACK_REFERENCE_TYPE, urn, region: "us-east-1", whole: true };
		if (!/(?:Ids|Arns|Names|Urls|Subnets|Zones)$/i.test(name)) return this.#values.text(name, place);
		return Array.from({ length: this.standIns.items }, (_, index) => this.#values.text(name.replace(/s$/, ""), place, `${name}[${index}]`));
	}
}

/** Of a component that a plugin makes, only texts are passed on: its resources are in no declaration. */
function textsOf(members: Members): Members {
	return new Map([...members].filter(([, { shape }]) => shape.is === "text" || (shape.is === "list" && shape.item.is === "text")));
}

/** What the program gives, with what AWS adds to objects in it. */
function filledIn(made: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const merged: Record<string, unknown> = { ...made };
	for (const [name, value] of Object.entries(given)) {
		const other = made[name];
		merged[name] = isPlainObject(value) && isPlainObject(other) ? { ...other, ...value } : value;
	}
	return merged;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(SIGNATURE_KEY in value);
}
