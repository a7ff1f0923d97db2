import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
	GetRootResourceResponse,
	type LogRequest,
	LogSeverity,
	type SetRootResourceRequest,
	SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
	DeploymentInfo,
	type ReadResourceRequest,
	ReadResourceResponse,
	RegisterPackageResponse,
	type RegisterResourceRequest,
	RegisterResourceResponse,
	type ResourceInvokeRequest,
	ResourceInvokeResponse,
	ResourceMonitorFeature,
	SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Location, ResourceData } from "../../engine/resource";
import { STACK_TYPE } from "../../engine/urn";
import { answerFunction } from "./functions";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

export interface MonitorOptions {
	readonly project: string;
	readonly stack: string;
	readonly organization: string;
	readonly config: Readonly<Record<string, string>>;
	readonly secretKeys: readonly string[];
	readonly region: string;
	/** Hides what must not be seen in what a program registers. */
	readonly hide: (value: unknown) => unknown;
	/** A place in the program's files, made relative to its folder. */
	readonly locate: (position: { readonly uri: string; readonly line: number; readonly column: number }) => Location | undefined;
}

/** What a program made while it ran. */
export interface Recording {
	readonly resources: ResourceData[];
	readonly opaque: { readonly urn: string; readonly type: string; readonly name: string }[];
	/** The first error that the program logged, in its own words. */
	error?: string;
}

/** Stands in for Pulumi's engine as at a first preview: every resource is new, and every output is unknown. */
export class Monitor {
	readonly recording: Recording = { resources: [], opaque: [] };
	readonly #server = new Server({ "grpc.max_receive_message_length": MAX_MESSAGE_BYTES });
	readonly #byUrn = new Map<string, ResourceData>();
	#root = "";

	constructor(private readonly options: MonitorOptions) {
		this.#server.addService(ResourceMonitorService as never, this.#monitor());
		this.#server.addService(EngineService as never, this.#engine());
	}

	/** @returns the address that programs connect to */
	listen(): Promise<string> {
		return new Promise((resolve, reject) => {
			this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
				error ? reject(error) : resolve(`127.0.0.1:${port}`),
			);
		});
	}

	close(): void {
		this.#server.forceShutdown();
	}

	#monitor(): UntypedServiceImplementation {
		const { options } = this;
		return {
			getDeploymentInfo: answer(() => {
				const info = new DeploymentInfo();
				info.setProject(options.project);
				info.setStack(options.stack);
				info.setOrganization(options.organization);
				for (const [key, value] of Object.entries(options.config)) info.getConfigMap().set(key, value);
				info.setConfigsecretkeysList([...options.secretKeys]);
				info.setDryrun(true);
				info.setParallel(16);
				info.setSupportedfeaturesList(SUPPORTED.map(([feature]) => feature));
				return info;
			}),
			supportsFeature: answer((request: { getId(): string }) => {
				const response = new SupportsFeatureResponse();
				response.setHassupport(SUPPORTED.some(([, id]) => id === request.getId()));
				return response;
			}),
			registerResource: answer((request: RegisterResourceRequest) => this.#register(request)),
			registerResourceOutputs: answer(() => new Empty()),
			readResource: answer((request: ReadResourceRequest) => this.#read(request)),
			invoke: answer((request: ResourceInvokeRequest) => {
				const response = new ResourceInvokeResponse();
				const args = (request.getArgs()?.toJavaScript() ?? {}) as Record<string, unknown>;
				response.setReturn(struct(answerFunction(request.getTok(), args, options.region)));
				return response;
			}),
			registerPackage: answer(() => {
				const response = new RegisterPackageResponse();
				response.setRef("package");
				return response;
			}),
			registerResourceHook: answer(() => new Empty()),
			registerErrorHook: answer(() => new Empty()),
			signalAndWaitForShutdown: answer(() => new Empty()),
		};
	}

	#engine(): UntypedServiceImplementation {
		return {
			log: answer((request: LogRequest) => {
				if (request.getSeverity() === LogSeverity.ERROR) this.recording.error ??= request.getMessage();
				return new Empty();
			}),
			getRootResource: answer(() => {
				const response = new GetRootResourceResponse();
				response.setUrn(this.#root);
				return response;
			}),
			setRootResource: answer((request: SetRootResourceRequest) => {
				this.#root = request.getUrn();
				return new SetRootResourceResponse();
			}),
			requirePulumiVersion: answer(() => new Empty()),
		};
	}

	#register(request: RegisterResourceRequest): RegisterResourceResponse {
		const type = request.getType();
		const urn = this.#urnOf(type, request.getName(), request.getParent());
		const inputs = this.options.hide(request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>;
		const location = this.#locationOf(request);
		this.#record({
			urn,
			type,
			name: request.getName(),
			inputs,
			...(request.getParent() ? { parent: request.getParent() } : {}),
			propertyDependencies: Object.fromEntries(
				[...request.getPropertydependenciesMap().entries()].map(([property, on]) => [property, on.getUrnsList()]),
			),
			...(request.getCustom() ? {} : { component: true }),
			...(location ? { location } : {}),
		});
		if (request.getRemote()) this.recording.opaque.push({ urn, type, name: request.getName() });
		if (type === STACK_TYPE) this.#root = urn;
		const response = new RegisterResourceResponse();
		response.setUrn(urn);
		response.setObject(request.getRemote() ? new Struct() : request.getObject());
		return response;
	}

	#read(request: ReadResourceRequest): ReadResourceResponse {
		const urn = this.#urnOf(request.getType(), request.getName(), request.getParent());
		const properties = (request.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>;
		const outputs =
			request.getType() === "pulumi:pulumi:StackReference" ? { ...properties, outputs: UNKNOWN, secretOutputNames: [] } : properties;
		this.#record({ urn, type: request.getType(), name: request.getName(), id: request.getId(), outputs, external: true });
		const response = new ReadResourceResponse();
		response.setUrn(urn);
		response.setProperties(struct(outputs));
		return response;
	}

	#record(data: ResourceData): void {
		this.#byUrn.set(data.urn, data);
		this.recording.resources.push(data);
	}

	/** As the engine forms it: the type of a child carries its parents' types, but never the root stack's. */
	#urnOf(type: string, name: string, parent: string): string {
		const owner = this.#byUrn.get(parent);
		const chain = owner && owner.type !== STACK_TYPE ? `${owner.urn.split("::")[2]}$${type}` : type;
		return `urn:pulumi:${this.options.stack}::${this.options.project}::${chain}::${name}`;
	}

	/** The first place in the program's own files: a component's code is not where the user would mend it. */
	#locationOf(request: RegisterResourceRequest): Location | undefined {
		const frames = request.getStacktrace()?.getFramesList() ?? [];
		const places = [request.getSourceposition(), ...frames.map((frame) => frame.getPc())].flatMap((position) => {
			const place = position && this.options.locate({ uri: position.getUri(), line: position.getLine(), column: position.getColumn() });
			return place ?? [];
		});
		return places.find((place) => !place.file.includes("node_modules/")) ?? places[0];
	}
}

/** The features that programs may rely on here, by number for present SDKs and by name for older ones. */
const SUPPORTED = [
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_SECRETS, "secrets"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES, "resourceReferences"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_DELETED_WITH, "deletedWith"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS, "aliasSpecs"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION, "parameterization"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS, "resourceHooks"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS, "errorHooks"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON, "invokeDependsOn"],
] as const;

function answer<Request>(how: (request: Request) => unknown) {
	return (call: { request: Request }, callback: (error: Error | null, response?: unknown) => void) => {
		try {
			callback(null, how(call.request));
		} catch (error) {
			callback(error as Error);
		}
	};
}

function struct(value: Record<string, unknown>): Struct {
	return Struct.fromJavaScript(value as never);
}
