import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
	AnalyzeRequest,
	type AnalyzeResponse,
	type AnalyzerInfo,
	AnalyzerPropertyDependencies,
	AnalyzerProviderResource,
	AnalyzerResource,
	AnalyzerResourceOptions,
	AnalyzerStackConfigureRequest,
	AnalyzeStackRequest,
	ConfigureAnalyzerRequest,
	PolicyConfig,
	type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { ResourceData } from "../../policies/engine/resource";

export const ROOT = join(__dirname, "../..");

/** How the CLI starts a pack: by its folder, through the Node language host's runner, or as an executable file. */
export type Door = "folder" | "executable";

export interface StartOptions {
	readonly door: Door;
	/** The program's folder: the working directory. */
	readonly programFolder: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Another pack than this repository's, for comparison. */
	readonly pack?: string;
}

type Method<Request, Response> = (request: Request) => Promise<Response>;

/** A running pack, driven as the engine drives it. */
export class PackClient {
	readonly #client: AnalyzerClient;

	private constructor(
		readonly process: ChildProcess,
		address: string,
		private readonly said: { out: string; err: string },
	) {
		this.#client = new AnalyzerClient(address, credentials.createInsecure(), {
			"grpc.max_receive_message_length": 4 * 1024 * 1024,
			"grpc.max_send_message_length": 400 * 1024 * 1024,
		});
	}

	/** Starts the pack with the arguments, folder and environment that the CLI gives it, and waits for its port. */
	static start({ door, programFolder, env = {}, pack = ROOT }: StartOptions): Promise<PackClient> {
		const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
		const [command, ...args] =
			door === "executable" ? [join(pack, "bin/scalekit-readiness-pack"), "127.0.0.1:1"] : [process.execPath, runner, "127.0.0.1:1", pack];
		const child = spawn(command as string, args, {
			cwd: door === "executable" ? programFolder : pack,
			env: { ...process.env, ...env, PWD: programFolder },
			stdio: ["ignore", "pipe", "pipe"],
		});
		const printed = { out: "", err: "" };
		child.stderr?.on("data", (chunk: Buffer) => {
			printed.err += chunk.toString();
		});
		return new Promise((resolve, reject) => {
			let started = false;
			child.stdout?.on("data", (chunk: Buffer) => {
				printed.out += chunk.toString();
				const port = /^(\d+)\n/.exec(printed.out)?.[1];
				if (!port || started) return;
				started = true;
				printed.out = printed.out.slice(port.length + 1);
				resolve(new PackClient(child, `127.0.0.1:${port}`, printed));
			});
			child.on("close", (code) => reject(new Error(`the pack ended with ${code}: ${printed.out}${printed.err}`)));
		});
	}

	/** All that it printed after its port. */
	get output(): string {
		return this.said.out + this.said.err;
	}

	/** Waits until it has printed something: that comes by another way than its answers. */
	async printed(): Promise<void> {
		while (this.output === "") await new Promise((resolve) => setTimeout(resolve, 10));
	}

	stop(): void {
		this.#client.close();
		this.process.kill("SIGKILL");
	}

	configureStack(name: { stack: string; project: string; organization: string }): Promise<unknown> {
		const request = new AnalyzerStackConfigureRequest();
		request.setStack(name.stack);
		request.setProject(name.project);
		request.setOrganization(name.organization);
		request.setDryRun(true);
		return this.#call<AnalyzerStackConfigureRequest, unknown>("configureStack")(request);
	}

	info(): Promise<AnalyzerInfo> {
		return this.#call<Empty, AnalyzerInfo>("getAnalyzerInfo")(new Empty());
	}

	/** @param config level on the wire (0 advisory, 1 mandatory, 2 disabled, 3 remediate) and properties by policy */
	configure(config: Readonly<Record<string, { level: number; properties?: Record<string, unknown> }>>): Promise<unknown> {
		const request = new ConfigureAnalyzerRequest();
		for (const [name, { level, properties = {} }] of Object.entries(config)) {
			const each = new PolicyConfig();
			each.setEnforcementlevel(level as never);
			each.setProperties(Struct.fromJavaScript(properties as never));
			request.getPolicyconfigMap().set(name, each);
		}
		return this.#call<ConfigureAnalyzerRequest, unknown>("configure")(request);
	}

	remediate(data: ResourceData): Promise<RemediateResponse> {
		return this.#call<AnalyzeRequest, RemediateResponse>("remediate")(analyzeRequest(data));
	}

	analyze(data: ResourceData): Promise<AnalyzeResponse> {
		return this.#call<AnalyzeRequest, AnalyzeResponse>("analyze")(analyzeRequest(data));
	}

	analyzeStack(data: readonly ResourceData[]): Promise<AnalyzeResponse> {
		return this.#call<AnalyzeStackRequest, AnalyzeResponse>("analyzeStack")(stackRequest(data));
	}

	/** A whole preview or update: every managed resource, then the stack. The engine omits resources that a program only reads. */
	preview(data: readonly ResourceData[]): Promise<Diagnostic[]> {
		return this.#all(data.filter((each) => !each.external));
	}

	/** The calls of `policy analyze`, without ConfigureStack: every resource of a state, read or managed. */
	snapshot(data: readonly ResourceData[]): Promise<Diagnostic[]> {
		return this.#all(data.map(named));
	}

	async #all(data: readonly ResourceData[]): Promise<Diagnostic[]> {
		const responses = await Promise.all(
			data.map(async (each) => {
				await this.remediate(each);
				return this.analyze(each);
			}),
		);
		return [...responses, await this.analyzeStack(data)].flatMap(diagnosticsOf);
	}

	/** Sends a request that is ready, so that only the pack's work is timed. */
	send(method: "analyze" | "remediate" | "analyzeStack", request: AnalyzeRequest | AnalyzeStackRequest): Promise<unknown> {
		return this.#call<AnalyzeRequest | AnalyzeStackRequest, unknown>(method)(request);
	}

	#call<Request, Response>(method: string): Method<Request, Response> {
		const client = this.#client as unknown as Record<
			string,
			(request: Request, callback: (error: Error | null, response: Response) => void) => void
		>;
		return promisify((client[method] as (typeof client)[string]).bind(this.#client)) as Method<Request, Response>;
	}
}

/** A managed resource in a state has a name, given or made by the provider; one that is only read has no inputs. */
function named(data: ResourceData): ResourceData {
	const isManaged = !data.external && !data.component && data.type.startsWith("aws:");
	return isManaged && Object.keys(data.inputs ?? {}).length === 0 ? { ...data, inputs: { name: data.name } } : data;
}

export interface Diagnostic {
	readonly rule: string;
	readonly urn: string;
	readonly message: string;
	/** 0 advisory, 1 mandatory. */
	readonly level: number;
	readonly pack: string;
	readonly version: string;
}

export function diagnosticsOf(response: AnalyzeResponse): Diagnostic[] {
	return response.getDiagnosticsList().map((each) => ({
		rule: each.getPolicyname(),
		urn: each.getUrn(),
		message: each.getMessage(),
		level: each.getEnforcementlevel(),
		pack: each.getPolicypackname(),
		version: each.getPolicypackversion(),
	}));
}

export function analyzeRequest(data: ResourceData): AnalyzeRequest {
	const request = new AnalyzeRequest();
	request.setType(data.type);
	request.setUrn(data.urn);
	request.setName(data.name);
	request.setOptions(new AnalyzerResourceOptions());
	request.setProperties(Struct.fromJavaScript((data.inputs ?? {}) as never));
	return request;
}

export function stackRequest(data: readonly ResourceData[]): AnalyzeStackRequest {
	const request = new AnalyzeStackRequest();
	for (const each of data) {
		const resource = new AnalyzerResource();
		resource.setType(each.type);
		resource.setUrn(each.urn);
		resource.setName(each.name);
		resource.setOptions(new AnalyzerResourceOptions());
		resource.setProperties(Struct.fromJavaScript((each.outputs ?? {}) as never));
		resource.setParent(each.parent ?? "");
		if (!each.component && !each.type.startsWith("pulumi:")) {
			const provider = new AnalyzerProviderResource();
			provider.setProperties(Struct.fromJavaScript({}));
			provider.setUrn(each.provider ?? "");
			resource.setProvider(provider);
		}
		const used = Object.values(each.propertyDependencies ?? {}).flatMap((urns) => urns ?? []);
		resource.setDependenciesList([...new Set([...(each.dependencies ?? []), ...used])]);
		for (const [property, urns] of Object.entries(each.propertyDependencies ?? {})) {
			const dependencies = new AnalyzerPropertyDependencies();
			dependencies.setUrnsList([...(urns ?? [])]);
			resource.getPropertydependenciesMap().set(property, dependencies);
		}
		request.addResources(resource);
	}
	return request;
}
