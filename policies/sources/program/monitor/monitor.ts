import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceResponse, type LogRequest, LogSeverity, SetRootResourceResponse } from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
	RegisterPackageResponse,
	type RegisterResourceOutputsRequest,
	type ResourceCallRequest,
	SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { STACK_OUTPUT } from "../predicted/guard";
import { type Deployment, deploymentInfo } from "./deployment";
import { FEATURES } from "./features";
import { type InvokeRequest, type InvokeResponse, MONITOR_SERVICE } from "./newer-messages";
import { Recording } from "./recording";
import { Registry, type RegistryOptions } from "./registry";
import { struct, toObject } from "./struct";
import { UNKNOWN } from "./unknown";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

export interface MonitorOptions extends RegistryOptions, Deployment {
	/** Receives what the program logs, without the SDK's own messages. */
	readonly onLog: (message: string) => void;
}

/** A resource monitor, as Pulumi's engine in a preview. */
export class Monitor {
	readonly recording: Recording;
	readonly #server = new Server({ "grpc.max_receive_message_length": MAX_MESSAGE_BYTES });
	readonly #registry: Registry;

	constructor(private readonly options: MonitorOptions) {
		this.recording = new Recording(options.stack, options.project);
		this.#registry = new Registry(this.recording, options);
		this.#server.addService(MONITOR_SERVICE as never, this.#monitor());
		this.#server.addService(EngineService as never, this.#engine());
	}

	/** @returns the address for programs to connect to */
	listen(): Promise<string> {
		return new Promise((resolve, reject) => {
			this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
				error ? reject(error) : resolve(`127.0.0.1:${port}`),
			);
		});
	}

	close(): void {
		this.#registry.close();
		this.#server.forceShutdown();
	}

	#monitor(): UntypedServiceImplementation {
		const registry = this.#registry;
		const { options } = this;
		return {
			getDeploymentInfo: unary(() => {
				this.recording.announcesEnd = true;
				return deploymentInfo(options);
			}),
			supportsFeature: unary((request: { getId(): string }) => {
				const response = new SupportsFeatureResponse();
				response.setHassupport(FEATURES.some(([, id]) => id === request.getId()));
				return response;
			}),
			registerResource: unary(registry.register.bind(registry)),
			readResource: unary(registry.read.bind(registry)),
			registerResourceOutputs: unary((request: RegisterResourceOutputsRequest) => {
				if (request.getUrn() === this.recording.root) this.recording.exports = toObject(request.getOutputs());
				return new Empty();
			}),
			existsResource: unary(() => ({})),
			invoke: unary((request: InvokeRequest) => this.#invoke(request)),
			call: unary((request: ResourceCallRequest) => this.#call(request)),
			registerPackage: unary(() => {
				const response = new RegisterPackageResponse();
				response.setRef("package");
				return response;
			}),
			registerStackTransform: unary((transform: Callback) => {
				registry.transforms.addToStack(transform);
				return new Empty();
			}),
			registerStackInvokeTransform: unary(() => new Empty()),
			registerResourceHook: unary(() => new Empty()),
			registerErrorHook: unary(() => new Empty()),
			signalAndWaitForShutdown: unary(() => {
				this.recording.ended = true;
				return new Empty();
			}),
		};
	}

	#engine(): UntypedServiceImplementation {
		return {
			log: unary((request: LogRequest) => {
				if (request.getSeverity() !== LogSeverity.DEBUG) this.options.onLog(request.getMessage());
				if (request.getSeverity() === LogSeverity.ERROR) this.recording.error ??= request.getMessage();
				return new Empty();
			}),
			getRootResource: unary(() => {
				const response = new GetRootResourceResponse();
				response.setUrn(this.recording.root);
				return response;
			}),
			setRootResource: unary(() => new SetRootResourceResponse()),
			requirePulumiVersion: unary(() => new Empty()),
		};
	}

	#invoke({ request, dependsOn }: InvokeRequest): InvokeResponse {
		const { responses } = this.options;
		const token = request.getTok();
		const args = toObject(request.getArgs());
		if (token === GET_RESOURCE) return invokeResponse(this.#registered(String(args["urn"])));
		if (token === STACK_OUTPUT && responses.stackOutput)
			return invokeResponse({ value: responses.stackOutput(String(args["urn"]), String(args["name"])) });
		const region = this.#registry.regionOf(request.getProvider()) ?? this.options.region;
		const { result, unanswered } = responses.function(token, args, region);
		if (unanswered) this.recording.addUnanswered(`data source ${token}`);
		const isPending = !responses.everythingExists && dependsOn.some((urn) => !this.recording.find(urn)?.external);
		// SDKs without support for partial unknowns treat a result with an unknown as unknown as a whole.
		return invokeResponse(result ?? { result: UNKNOWN }, !result || isPending);
	}

	/** A resource of the stack, by URN. */
	#registered(urn: string): Record<string, unknown> {
		const { id = UNKNOWN, outputs = {} } = this.recording.responseTo(urn) ?? {};
		return { urn, id, state: outputs };
	}

	/** A method of a plugin's component: one unknown value makes its result unknown as a whole. */
	#call(request: ResourceCallRequest): CallResponse {
		this.recording.addUnanswered(`method ${request.getTok()}`);
		const response = new CallResponse();
		response.setReturn(struct({ result: UNKNOWN }));
		return response;
	}
}

/** Returns a resource by URN; programs request it to resolve resource references. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

function invokeResponse(result: Readonly<Record<string, unknown>>, unknown = false): InvokeResponse {
	return { result: struct(result), unknown };
}

function unary<Request>(how: (request: Request) => unknown) {
	return async (call: { request: Request }, callback: (error: Error | null, response?: unknown) => void) => {
		try {
			callback(null, await how(call.request));
		} catch (error) {
			callback(error as Error);
		}
	};
}
