import type { ResourceData } from "../../../engine/resource";
import { childUrn, STACK_TYPE } from "../../../engine/urn";
import type { RemoteComponent } from "../../source";

/** What a program was told of a resource. */
export interface Answered {
	/** Absent where it is unknown. */
	readonly id?: string;
	readonly outputs: Readonly<Record<string, unknown>>;
}

/** What a program did while it ran: its resources as it gives them, stand-ins and placeholders in them. */
export class Recording {
	readonly resources: ResourceData[] = [];
	readonly remoteComponents: RemoteComponent[] = [];
	/** What it called and nothing here could answer (`data source aws:ec2/getVpc:getVpc`), and how often. */
	readonly unanswered = new Map<string, number>();
	/** The first error that it logged, in its own words. */
	error: string | undefined;
	/** What the stack exports; there once the program's code ran to the end. */
	exports: Readonly<Record<string, unknown>> | undefined;
	/** It ended of itself, as far as its SDK can say so. */
	ended = false;
	/** True where its SDK says so when it ends. */
	announcesEnd = false;
	readonly #byUrn = new Map<string, ResourceData>();
	readonly #answers = new Map<string, Answered>();

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
	}

	/** Adds the provider that the engine makes for resources without one of their own. @returns its URN */
	addDefaultProvider(region: string): string {
		const [type, name] = ["pulumi:providers:aws", "default_0"];
		const urn = `urn:pulumi:${this.stack}::${this.project}::${type}::${name}`;
		if (!this.#byUrn.has(urn)) this.add({ urn, type, name, inputs: { region } });
		return urn;
	}

	find(urn: string): ResourceData | undefined {
		return this.#byUrn.get(urn);
	}

	/** Notes what the program was told of a resource. */
	answer(urn: string, answered: Answered): void {
		this.#answers.set(urn, answered);
	}

	/** What the program was told of a resource, for whoever asks again. */
	answered(urn: string): Answered | undefined {
		return this.#answers.get(urn);
	}

	/**
	 * A new resource's URN as the engine forms it: the type of a child carries its parents' types, but never the root stack's.
	 *
	 * @throws Error where there is one of that name already, as the engine does
	 */
	urnFor(type: string, name: string, parent: string): string {
		const owner = this.#byUrn.get(parent);
		const urn = owner ? childUrn(owner.urn, type, name) : `urn:pulumi:${this.stack}::${this.project}::${type}::${name}`;
		if (this.#byUrn.has(urn)) throw new Error(`there are two resources of the type ${type} with the name "${name}"`);
		return urn;
	}

	addUnanswered(what: string): void {
		this.unanswered.set(what, (this.unanswered.get(what) ?? 0) + 1);
	}
}
