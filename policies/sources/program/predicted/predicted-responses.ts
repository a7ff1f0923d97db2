import { isRecord } from "../../../engine/is-record";
import { STACK_REFERENCE_TYPE } from "../../../engine/urn";
import { SIGNATURE_KEY } from "../../../engine/wire";
import type { EngineResponses } from "../monitor/engine-responses";
import { builtInResponse } from "../monitor/functions";
import { withSecrets } from "../monitor/preview-responses";
import type { Declarations, Members } from "./declarations";
import type { StandIns } from "./stand-ins";
import { Values } from "./values";

/** Responses as if all resources existed: values that only AWS knows are stand-ins of the declared type. */
export class PredictedResponses implements EngineResponses {
	readonly everythingExists = true;
	readonly #values: Values;

	constructor(
		private readonly declarations: Declarations,
		private readonly standIns: StandIns,
	) {
		this.#values = new Values(standIns);
	}

	resource: EngineResponses["resource"] = ({ urn, type, custom, remote, inputs, secretOutputs, region }) => {
		const place = { type, urn, region, secrets: new Set(secretOutputs), complete: false };
		if (!custom && !remote) return { outputs: inputs };
		const declared = this.declarations.outputsOf(type);
		const made = this.#values.of(remote ? textsOf(declared) : declared, place);
		if (remote) return { outputs: made };
		return { id: this.#values.text("id", place), outputs: withSecrets(filledIn(made, inputs), secretOutputs) };
	};

	existing: EngineResponses["existing"] = ({ urn, type }, given) => {
		const made = this.#values.of(this.declarations.outputsOf(type), { type, urn, region: "us-east-1", complete: false });
		return { ...made, ...given };
	};

	/** An object with a stand-in as key: the guard requests its outputs by name. */
	stack: EngineResponses["stack"] = (urn) => {
		const token = this.standIns.text({ type: STACK_REFERENCE_TYPE, urn, property: "outputs" });
		return { [token]: token };
	};

	function: EngineResponses["function"] = (token, args, region) => {
		const known = builtInResponse(token, args, region, this.standIns.account);
		if (known) return known;
		const members = this.declarations.resultOf(token);
		const made = this.#values.of(members, { type: token, region, call: JSON.stringify(args), complete: true });
		return { ...(members.size > 0 ? { result: { ...made, ...args } } : {}), unanswered: true };
	};

	/** An output of an unknown stack, generated from its name. */
	stackOutput(urn: string, name: string): unknown {
		const place = { type: STACK_REFERENCE_TYPE, urn, region: "us-east-1", complete: true };
		if (!/(?:Ids|Arns|Names|Urls|Subnets|Zones)$/i.test(name)) return this.#values.text(name, place);
		return Array.from({ length: this.standIns.items }, (_, index) => this.#values.text(name.replace(/s$/, ""), place, `${name}[${index}]`));
	}
}

/** For a plugin's component, only strings are returned: its resources are not declared. */
function textsOf(members: Members): Members {
	return new Map([...members].filter(([, { shape }]) => shape.is === "text" || (shape.is === "list" && shape.item.is === "text")));
}

/** The program's inputs, with the properties that AWS adds to objects. */
function filledIn(made: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const merged: Record<string, unknown> = { ...made };
	for (const [name, value] of Object.entries(given)) {
		const other = made[name];
		merged[name] = isPlainObject(value) && isPlainObject(other) ? { ...other, ...value } : value;
	}
	return merged;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && !(SIGNATURE_KEY in value);
}
