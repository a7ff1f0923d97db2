import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceResponse, type LogRequest, LogSeverity, SetRootResourceResponse } from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
	ExistsResourceResponse,
	RegisterPackageResponse,
	type RegisterResourceOutputsRequest,
	type ResourceCallRequest,
	type ResourceInvokeRequest,
	ResourceInvokeResponse,
	SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { STACK_OUTPUT } from "../predicted/guard";
import { type Deployment, deploymentInfo } from "./deployment";
import { FEATURES } from "./features";
import { Recording } from "./recording";
import { Registry, type RegistryOptions } from "./registry";
import { struct, toObject } from "./struct";
import { UNKNOWN } from "./unknown";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

export interface MonitorOptions extends RegistryOptions, Deployment {
	/** Gets what the program logs, but for what its SDK says of itself. */
	readonly onLog: (message: string) => void;
}

/** Stands in for Pulumi's engine at a preview; what a program gets to know from it are its answers. */
export class Monitor {
	readonly recording: Recording;
	readonly #server = new Server({ "grpc.max_receive_message_length": MAX_MESSAGE_BYTES });
	readonly #registry: Registry;

	constructor(private readonly options: MonitorOptions) {
		this.recording = new Recording(options.stack, options.project);
		this.#registry = new Registry(this.recording, options);
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
		this.#registry.close();
		this.#server.forceShutdown();
	}

	#monitor(): UntypedServiceImplementation {
		const registry = this.#registry;
		const { options } = this;
		return {
			getDeploymentInfo: answer(() => {
				this.recording.announcesEnd = true;
				return deploymentInfo(options);
			}),
			supportsFeature: answer((request: { getId(): string }) => {
				const response = new SupportsFeatureResponse();
				response.setHassupport(FEATURES.some(([, id]) => id === request.getId()));
				return response;
			}),
			registerResource: answer(registry.register.bind(registry)),
			readResource: answer(registry.read.bind(registry)),
			registerResourceOutputs: answer((request: RegisterResourceOutputsRequest) => {
				if (request.getUrn() === this.recording.root) this.recording.exports = toObject(request.getOutputs());
				return new Empty();
			}),
			existsResource: answer(() => {
				const response = new ExistsResourceResponse();
				response.setUnknown(true);
				return response;
			}),
			invoke: answer((request: ResourceInvokeRequest) => this.#invoke(request)),
			call: answer((request: ResourceCallRequest) => this.#call(request)),
			registerPackage: answer(() => {
				const response = new RegisterPackageResponse();
				response.setRef("package");
				return response;
			}),
			registerStackTransform: answer((transform: Callback) => {
				registry.transforms.addToStack(transform);
				return new Empty();
			}),
			registerStackInvokeTransform: answer(() => new Empty()),
			registerResourceHook: answer(() => new Empty()),
			registerErrorHook: answer(() => new Empty()),
			signalAndWaitForShutdown: answer(() => {
				this.recording.ended = true;
				return new Empty();
			}),
		};
	}

	#engine(): UntypedServiceImplementation {
		return {
			log: answer((request: LogRequest) => {
				if (request.getSeverity() !== LogSeverity.DEBUG) this.options.onLog(request.getMessage());
				if (request.getSeverity() === LogSeverity.ERROR) this.recording.error ??= request.getMessage();
				return new Empty();
			}),
			getRootResource: answer(() => {
				const response = new GetRootResourceResponse();
				response.setUrn(this.recording.root);
				return response;
			}),
			setRootResource: answer(() => new SetRootResourceResponse()),
			requirePulumiVersion: answer(() => new Empty()),
		};
	}

	#invoke(request: ResourceInvokeRequest): ResourceInvokeResponse {
		const { answers } = this.options;
		const token = request.getTok();
		const args = toObject(request.getArgs());
		if (token === GET_RESOURCE) return invokeResponse(this.#registered(String(args["urn"])));
		if (token === STACK_OUTPUT && answers.stackOutput)
			return invokeResponse({ value: answers.stackOutput(String(args["urn"]), String(args["name"])) });
		const region = this.#registry.regionOf(request.getProvider()) ?? this.options.region;
		const { result, unanswered } = answers.function(token, args, region);
		if (unanswered) this.recording.addUnanswered(`data source ${token}`);
		const isPending = !answers.everythingExists && request.getDependsonList().some((urn) => !this.recording.find(urn)?.external);
		// SDKs that do not know the mark take a result with something unknown in it for unknown as a whole.
		return invokeResponse(result ?? { result: UNKNOWN }, !result || isPending);
	}

	/** A resource of the stack, as a program asks for it by its URN. */
	#registered(urn: string): Record<string, unknown> {
		const { id = UNKNOWN, outputs = {} } = this.recording.answered(urn) ?? {};
		return { urn, id, state: outputs };
	}

	/** A method of a component that a plugin makes: one unknown value makes its result unknown as a whole. */
	#call(request: ResourceCallRequest): CallResponse {
		this.recording.addUnanswered(`method ${request.getTok()}`);
		const response = new CallResponse();
		response.setReturn(struct({ result: UNKNOWN }));
		return response;
	}
}

/** Answers a resource by its URN; programs ask where a resource comes back to them as a reference. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

function invokeResponse(result: Readonly<Record<string, unknown>>, isUnknown = false): ResourceInvokeResponse {
	const response = new ResourceInvokeResponse();
	response.setUnknown(isUnknown);
	response.setReturn(struct(result));
	return response;
}

function answer<Request>(how: (request: Request) => unknown) {
	return async (call: { request: Request }, callback: (error: Error | null, response?: unknown) => void) => {
		try {
			callback(null, await how(call.request));
		} catch (error) {
			callback(error as Error);
		}
	};
}
