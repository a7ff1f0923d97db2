import {
	type ReadResourceRequest,
	ReadResourceResponse,
	type RegisterResourceRequest,
	RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Location, ResourceData } from "../../../engine/resource";
import { providerUrn, STACK_REFERENCE_TYPE } from "../../../engine/urn";
import { decode } from "../../../engine/wire";
import { firstInProgram } from "../../position";
import { childrenOf } from "../awsx";
import type { Redactor } from "../secrets/redactor";
import type { EngineResponses } from "./engine-responses";
import type { Recording } from "./recording";
import { withoutReferences } from "./references";
import { struct, toObject } from "./struct";
import { transformedChild } from "./transformed-child";
import { Transforms } from "./transforms";

export interface RegistryOptions {
	/** The responses to the program. */
	readonly responses: EngineResponses;
	/** Redacts secrets in resource names. */
	readonly redactor: Redactor;
	/** The default Region. */
	readonly region: string;
	/** False if that Region is a placeholder. */
	readonly knowsRegion: boolean;
	/** The outputs of another stack by its reference name; undefined if unknown. */
	readonly exportsOf: (name: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
	/** A location in the program's files, relative to its folder. */
	readonly locate: (position: { readonly uri: string; readonly line: number; readonly column: number }) => Location | undefined;
}

/** Records the resources that a program registers or reads. */
export class Registry {
	readonly transforms = new Transforms();

	constructor(
		private readonly recording: Recording,
		private readonly options: RegistryOptions,
	) {}

	async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
		const type = request.getType();
		const { properties, dependencies } = await this.transforms.apply(request, {
			properties: withoutReferences(toObject(request.getObject())),
			dependencies: Object.fromEntries(
				[...request.getPropertydependenciesMap().entries()].map(([property, on]) => [property, on.getUrnsList()]),
			),
		});
		const name = this.options.redactor.name(request.getName());
		const urn = this.recording.urnFor(type, name, request.getParent());
		const location = this.#locationOf(request);
		const data: ResourceData = {
			urn,
			type,
			name,
			inputs: properties,
			...(request.getParent() ? { parent: request.getParent() } : {}),
			provider: this.#providerOf(type, request.getProvider()),
			dependencies: request.getDependenciesList(),
			propertyDependencies: dependencies,
			...(request.getCustom() ? {} : { component: true }),
			...(location ? { location } : {}),
		};
		this.recording.add(data);
		this.transforms.remember(urn, request);
		const children = request.getRemote() ? childrenOf(data) : [];
		// The engine also calls a program's transforms for the children of plugin components.
		const provider = children?.length ? this.#providerOf("aws:", request.getProvidersMap().get("aws") ?? "") : undefined;
		for (const child of children ?? []) this.recording.add({ ...(await transformedChild(child, this.transforms)), provider });
		if (!children) {
			const given = new Set([...request.getDependenciesList(), ...Object.values(dependencies).flat()]);
			this.recording.remoteComponents.push({ urn, type, name, given: [...given] });
		}
		const { id, outputs } = this.options.responses.resource({
			urn,
			type,
			custom: request.getCustom(),
			remote: request.getRemote(),
			inputs: properties,
			secretOutputs: request.getAdditionalsecretoutputsList(),
			region: this.regionOf(request.getProvider()) ?? this.options.region,
		});
		this.recording.setResponse(urn, { ...(id === undefined ? {} : { id }), outputs });
		const response = new RegisterResourceResponse();
		response.setUrn(urn);
		if (id !== undefined) response.setId(id);
		response.setObject(struct(outputs));
		return response;
	}

	async read(request: ReadResourceRequest): Promise<ReadResourceResponse> {
		const type = request.getType();
		const name = this.options.redactor.name(request.getName());
		const urn = this.recording.urnFor(type, name, request.getParent());
		const given = withoutReferences(toObject(request.getProperties()));
		const id = request.getId();
		const outputs =
			type === STACK_REFERENCE_TYPE ? await this.#stack(urn, id, given) : this.options.responses.existing({ urn, type }, given);
		const provider = this.#providerOf(type, request.getProvider());
		this.recording.add({ urn, type, name, id, outputs: given, external: true, provider });
		this.recording.setResponse(urn, { id, outputs });
		const response = new ReadResourceResponse();
		response.setUrn(urn);
		response.setProperties(struct(outputs));
		return response;
	}

	async #stack(urn: string, name: string, given: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
		const exported = await this.options.exportsOf(name);
		const secrets = Object.entries(exported ?? {}).filter(([, value]) => decode(value).secret);
		return { ...given, outputs: exported ?? this.options.responses.stack(urn), secretOutputNames: secrets.map(([output]) => output) };
	}

	/** The URN of a request's provider, or of the default AWS provider if the configuration sets a Region. */
	#providerOf(type: string, reference: string): string | undefined {
		if (reference !== "") return providerUrn(reference);
		return type.startsWith("aws:") && this.options.knowsRegion ? this.recording.addDefaultProvider(this.options.region) : undefined;
	}

	/** The Region of an explicit provider, if known. */
	regionOf(reference: string): string | undefined {
		const provider = this.recording.find(providerUrn(reference) ?? "");
		const { value } = decode(provider?.inputs?.["region"]);
		return typeof value === "string" ? value : undefined;
	}

	close(): void {
		this.transforms.close();
	}

	#locationOf(request: RegisterResourceRequest): Location | undefined {
		const frames = request.getStacktrace()?.getFramesList() ?? [];
		const places = [request.getSourceposition(), ...frames.map((frame) => frame.getPc())].flatMap((position) => {
			const place = position && this.options.locate({ uri: position.getUri(), line: position.getLine(), column: position.getColumn() });
			return place ?? [];
		});
		return firstInProgram(places);
	}
}
