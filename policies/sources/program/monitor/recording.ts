import type { ResourceData } from "../../../engine/resource";
import { childUrn, STACK_TYPE } from "../../../engine/urn";
import type { RemoteComponent } from "../../source";

/** What a program received for a resource. */
export interface ResourceResponse {
	/** Undefined if unknown. */
	readonly id?: string;
	readonly outputs: Readonly<Record<string, unknown>>;
}

/** What a run recorded: the registered resources, including stand-ins and placeholders. */
export class Recording {
	readonly resources: ResourceData[] = [];
	readonly remoteComponents: RemoteComponent[] = [];
	/** Calls that cannot be evaluated offline (`data source aws:ec2/getVpc:getVpc`), with their number. */
	readonly unanswered = new Map<string, number>();
	/** The first error that it logged. */
	error: string | undefined;
	/** The stack's outputs, set once the program's code completed. */
	exports: Readonly<Record<string, unknown>> | undefined;
	/** When the last resource was added, as `performance.now()`. */
	lastAdded = 0;
	/** The SDK reported completion. */
	ended = false;
	/** True if the SDK reports completion. */
	announcesEnd = false;
	readonly #byUrn = new Map<string, ResourceData>();
	readonly #responses = new Map<string, ResourceResponse>();

	constructor(
		private readonly stack: string,
		private readonly project: string,
	) {}

	/** The URN of the root stack. */
	get root(): string {
		return this.resources.find((each) => each.type === STACK_TYPE)?.urn ?? "";
	}

	add(data: ResourceData): void {
		this.#byUrn.set(data.urn, data);
		this.resources.push(data);
		this.lastAdded = performance.now();
	}

	/** Adds the default provider, for resources without an explicit one. @returns its URN */
	addDefaultProvider(region: string): string {
		const [type, name] = ["pulumi:providers:aws", "default_0"];
		const urn = `urn:pulumi:${this.stack}::${this.project}::${type}::${name}`;
		if (!this.#byUrn.has(urn)) this.add({ urn, type, name, inputs: { region } });
		return urn;
	}

	find(urn: string): ResourceData | undefined {
		return this.#byUrn.get(urn);
	}

	/** Records what the program received for a resource. */
	setResponse(urn: string, response: ResourceResponse): void {
		this.#responses.set(urn, response);
	}

	/** What the program received for a resource, for further requests. */
	responseTo(urn: string): ResourceResponse | undefined {
		return this.#responses.get(urn);
	}

	/**
	 * A new resource's URN as the engine forms it: the type of a child carries its parents' types, but never the root stack's.
	 *
	 * @throws Error if the URN is a duplicate, as in the engine
	 */
	urnFor(type: string, name: string, parent: string): string {
		const owner = this.#byUrn.get(parent);
		const urn = owner ? childUrn(owner.urn, type, name) : `urn:pulumi:${this.stack}::${this.project}::${type}::${name}`;
		if (this.#byUrn.has(urn)) throw new Error(`duplicate resource: type ${type}, name "${name}"`);
		return urn;
	}

	addUnanswered(what: string): void {
		this.unanswered.set(what, (this.unanswered.get(what) ?? 0) + 1);
	}
}
