import type { AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceData } from "../engine/resource";
import { plain } from "./messages";

/** A resource of AnalyzeStack, whose outputs and dependencies are decoded on access, which is rare. */
export class StackResource implements ResourceData {
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	readonly parent: string;
	readonly provider: string | undefined;
	readonly component: boolean;
	readonly external: boolean;
	#outputs: Record<string, unknown> | undefined;
	#dependencies: Record<string, readonly string[]> | undefined;

	/** @param inputs the inputs from its Analyze request; undefined for a resource that is only read */
	constructor(
		private readonly message: AnalyzerResource,
		readonly inputs: Record<string, unknown> | undefined,
	) {
		this.urn = message.getUrn();
		this.type = message.getType();
		this.name = message.getName();
		this.parent = message.getParent();
		this.provider = message.getProvider()?.getUrn() || undefined;
		// Every cloud resource has a provider; component resources have none.
		this.component = !message.hasProvider() && !this.type.startsWith("pulumi:");
		this.external = inputs === undefined;
	}

	get dependencies(): readonly string[] {
		return this.message.getDependenciesList();
	}

	get outputs(): Record<string, unknown> {
		this.#outputs ??= plain(this.message.getProperties());
		return this.#outputs;
	}

	get propertyDependencies(): Record<string, readonly string[]> {
		this.#dependencies ??= Object.fromEntries(
			[...this.message.getPropertydependenciesMap().entries()].map(([property, dependencies]) => [property, dependencies.getUrnsList()]),
		);
		return this.#dependencies;
	}
}
