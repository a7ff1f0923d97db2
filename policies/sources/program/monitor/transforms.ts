import { isDeepStrictEqual } from "node:util";
import { type ClientUnaryCall, credentials } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import {
	type RegisterResourceRequest,
	TransformRequest,
	TransformResourceOptions,
	TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { asOutputValues, type Dependencies, dependenciesIn, withoutOutputValues } from "./output-values";
import { struct } from "./struct";

/** A resource's inputs with their dependencies. */
export interface Inputs {
	readonly properties: Readonly<Record<string, unknown>>;
	readonly dependencies: Dependencies;
}

/** The transforms of a program: functions that the engine calls for each resource before registering it. */
export class Transforms {
	readonly #ofStack: Callback[] = [];
	readonly #byUrn = new Map<string, { readonly own: readonly Callback[]; readonly parent: string }>();
	readonly #clients = new Map<string, CallbacksClient>();

	/** Adds a stack transform, for all later resources. */
	addToStack(transform: Callback): void {
		this.#ofStack.push(transform);
	}

	/** Stores a resource's transforms, which also apply to its children. */
	remember(urn: string, request: RegisterResourceRequest): void {
		this.#byUrn.set(urn, { own: request.getTransformsList(), parent: request.getParent() });
	}

	/** The inputs after the resource's own transforms, then its parents', then the stack's. */
	async apply(request: RegisterResourceRequest, given: Inputs): Promise<Inputs> {
		const own = request.getTransformsList();
		const transforms = [...own, ...this.#inherited(request.getParent()), ...this.#ofStack];
		if (transforms.length === 0) return given;
		let properties = asOutputValues(given.properties, own.length > 0 ? given.dependencies : undefined);
		let options = optionsOf(request);
		for (const transform of transforms) {
			const response = await this.#call(transform, requestFor(request, properties, options));
			properties = (response.getProperties()?.toJavaScript() as Record<string, unknown> | undefined) ?? properties;
			options = response.getOptions() ?? options;
		}
		return after(given, properties);
	}

	close(): void {
		for (const client of this.#clients.values()) client.close();
	}

	#inherited(parent: string): readonly Callback[] {
		const owner = this.#byUrn.get(parent);
		return owner ? [...owner.own, ...this.#inherited(owner.parent)] : [];
	}

	async #call(transform: Callback, request: TransformRequest): Promise<TransformResponse> {
		const call = new CallbackInvokeRequest();
		call.setToken(transform.getToken());
		call.setRequest(request.serializeBinary());
		return new Promise(
			(resolve, reject): ClientUnaryCall =>
				this.#clientOf(transform.getTarget()).invoke(call, (error, response) =>
					error ? reject(new Error(error.details)) : resolve(TransformResponse.deserializeBinary(response.getResponse_asU8())),
				),
		);
	}

	#clientOf(target: string): CallbacksClient {
		const client = this.#clients.get(target) ?? new CallbacksClient(target, credentials.createInsecure());
		this.#clients.set(target, client);
		return client;
	}
}

function requestFor(
	request: RegisterResourceRequest,
	properties: Inputs["properties"],
	options: TransformResourceOptions,
): TransformRequest {
	const made = new TransformRequest();
	made.setType(request.getType());
	made.setName(request.getName());
	made.setCustom(request.getCustom());
	made.setParent(request.getParent());
	made.setProperties(struct(properties));
	made.setOptions(options);
	return made;
}

/** The options passed to transforms; none affects what rules see. */
function optionsOf(request: RegisterResourceRequest): TransformResourceOptions {
	const options = new TransformResourceOptions();
	options.setDependsOnList(request.getDependenciesList());
	if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
	options.setIgnoreChangesList(request.getIgnorechangesList());
	options.setReplaceOnChangesList(request.getReplaceonchangesList());
	options.setVersion(request.getVersion());
	options.setAliasesList(request.getAliasesList());
	options.setProvider(request.getProvider());
	options.setCustomTimeouts(request.getCustomtimeouts());
	options.setDeletedWith(request.getDeletedwith());
	options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
	options.setImport(request.getImportid());
	for (const [name, provider] of request.getProvidersMap().entries()) options.getProvidersMap().set(name, provider);
	return options;
}

/** An unchanged property keeps its dependencies; those of others come from their output values. */
function after(given: Inputs, transformed: Readonly<Record<string, unknown>>): Inputs {
	const properties = withoutOutputValues(transformed);
	const dependencies = Object.entries(transformed).map(([property, value]) => {
		const untouched = isDeepStrictEqual(properties[property], given.properties[property]);
		return [property, untouched ? (given.dependencies[property] ?? []) : dependenciesIn(value)] as const;
	});
	return { properties, dependencies: Object.fromEntries(dependencies) };
}
