import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ServiceDefinition, type ServiceError, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type {
	AnalyzeRequest,
	AnalyzeResponse,
	AnalyzerStackConfigureRequest,
	AnalyzeStackRequest,
	ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { AnalyzerHandshakeResponse, AnalyzerStackConfigureResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import type { StackName } from "../../settings/resolve";
import type { Diagnostic } from "./diagnostics";
import type { PolicyDeclaration } from "./manifest";
import { plain, sentConfigs, toResponse } from "./messages";
import type { PolicyRunner } from "./policy-runner";
import { StackResource } from "./stack-resource";

export interface SessionOptions {
	/** The SDK's declarations of the rules; levels may change until the SDK sends them. */
	readonly policies: { enforcementLevel: PolicyDeclaration["enforcementLevel"]; readonly name: string }[];
	/** The folder in which the search for `readiness.yaml` starts. */
	readonly programFolder: string;
	/** The version of the pack. */
	readonly release: string;
}

type Reply = (error: Partial<ServiceError> | null, response?: unknown) => void;
type Handler = (call: { readonly request: unknown }, callback: Reply) => void;

/**
 * One run of the pack. Loads the rules as late as possible: immediately if a settings file determines the levels in
 * GetAnalyzerInfo, otherwise with the first call after that response.
 */
export class Session {
	#runner: PolicyRunner | undefined;
	#stack: StackName | undefined;
	/** An error in the settings; reported on the next call whose error the CLI displays. */
	#settingsError: Error | undefined;

	constructor(private readonly options: SessionOptions) {}

	/** The SDK's service without the decoding of Remediate requests, which the pack does not use. */
	service(service: ServiceDefinition): ServiceDefinition {
		const { remediate } = service;
		if (!remediate) return service;
		const nothing = Buffer.alloc(0);
		return { ...service, remediate: { ...remediate, requestDeserialize: () => nothing, responseSerialize: () => nothing } };
	}

	/** The SDK's handlers, replaced where the pack evaluates. */
	handlers(sdk: UntypedServiceImplementation): UntypedServiceImplementation {
		const ours: Record<string, Handler> = {
			handshake: respondWith(() => new AnalyzerHandshakeResponse()),
			configureStack: respondWith((request: AnalyzerStackConfigureRequest) => {
				this.#stack = { organization: request.getOrganization(), project: request.getProject(), stack: request.getStack() };
				if (this.#settingsMayDecideLevels()) this.#declareLevels();
				return new AnalyzerStackConfigureResponse();
			}),
			configure: (call, callback) => {
				try {
					this.#loadOrThrow().configure(sentConfigs(call.request as ConfigureAnalyzerRequest));
				} catch (error) {
					callback({ code: status.INVALID_ARGUMENT, details: detailsOf(error) });
					return;
				}
				(sdk["configure"] as unknown as Handler)(call, callback);
			},
			remediate: respondWith(() => undefined),
			analyze: respondWith((request: AnalyzeRequest) =>
				this.#respond(
					this.#loadOrThrow().analyze({
						urn: request.getUrn(),
						type: request.getType(),
						name: request.getName(),
						inputs: plain(request.getProperties()),
					}),
				),
			),
			analyzeStack: respondWith((request: AnalyzeStackRequest) => {
				const runner = this.#loadOrThrow();
				const resources = request.getResourcesList().map((each) => new StackResource(each, runner.inputsOf(each.getUrn())));
				const { diagnostics, summary } = runner.analyzeStack(resources);
				if (summary) console.log(summary);
				return this.#respond(diagnostics);
			}),
		};
		return { ...sdk, ...(ours as unknown as UntypedServiceImplementation) };
	}

	#respond(diagnostics: readonly Diagnostic[]): AnalyzeResponse {
		return toResponse(diagnostics, this.options.release);
	}

	#settingsMayDecideLevels(): boolean {
		if (process.env["SCALEKIT_READINESS_CONFIG"] || process.env["SCALEKIT_READINESS_PROFILE"]) return true;
		for (let at = this.options.programFolder; ; at = dirname(at)) {
			if (existsSync(join(at, "readiness.yaml"))) return true;
			if (dirname(at) === at) return false;
		}
	}

	#declareLevels(): void {
		const runner = this.#load();
		for (const policy of this.options.policies) policy.enforcementLevel = runner?.levelOf(policy.name) ?? policy.enforcementLevel;
	}

	#load(): PolicyRunner | undefined {
		if (this.#runner || this.#settingsError) return this.#runner;
		const { PolicyRunner } = require("./policy-runner.cjs") as typeof import("./policy-runner");
		try {
			this.#runner = new PolicyRunner({ ...this.options, stack: this.#stack });
		} catch (error) {
			this.#settingsError = error as Error;
		}
		return this.#runner;
	}

	#loadOrThrow(): PolicyRunner {
		const runner = this.#load();
		if (!runner) throw this.#settingsError;
		return runner;
	}
}

/** The message of an error for the CLI. It may contain names from settings and requests. */
function detailsOf(error: unknown): string {
	const { safeLines } = require("./policy-runner.cjs") as typeof import("./policy-runner");
	return safeLines(error instanceof Error ? error.message : String(error));
}

function respondWith<Request>(how: (request: Request) => unknown): Handler {
	return (call, callback) => {
		try {
			callback(null, how(call.request as Request));
		} catch (error) {
			callback({ code: status.FAILED_PRECONDITION, details: detailsOf(error) });
		}
	};
}
