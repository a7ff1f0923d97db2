import {
	type ReadResourceRequest,
	ReadResourceResponse,
	type RegisterResourceRequest,
	RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Location, ResourceData } from "../../engine/resource";
import { understand } from "../../engine/wire";
import { firstOfTheProgram } from "../position";
import { childrenOf } from "./awsx";
import type { Concealer } from "./conceal";
import type { Recording } from "./recording";
import { struct, toObject } from "./struct";
import { transformedChild } from "./transformed-child";
import { Transforms } from "./transforms";
import { UNKNOWN } from "./unknown";

export interface RegistryOptions {
	/** Hides what must not be seen in what a program registers. */
	readonly concealer: Concealer;
	/** A place in the program's files, made relative to its folder. */
	readonly locate: (position: { readonly uri: string; readonly line: number; readonly column: number }) => Location | undefined;
}

/** Takes down the resources that a program registers or reads, and answers as an engine that makes nothing yet. */
export class Registry {
	readonly transforms = new Transforms();

	constructor(
		private readonly recording: Recording,
		private readonly options: RegistryOptions,
	) {}

	async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
		const type = request.getType();
		const { properties, dependencies } = await this.transforms.apply(request, {
			properties: toObject(request.getObject()),
			dependencies: Object.fromEntries(
				[...request.getPropertydependenciesMap().entries()].map(([property, on]) => [property, on.getUrnsList()]),
			),
		});
		const name = this.options.concealer.name(request.getName());
		const urn = this.recording.urnFor(type, name, request.getParent());
		const location = this.#locationOf(request);
		const data: ResourceData = {
			urn,
			type,
			name,
			inputs: this.options.concealer.value(properties) as Record<string, unknown>,
			...(request.getParent() ? { parent: request.getParent() } : {}),
			propertyDependencies: dependencies,
			...(request.getCustom() ? {} : { component: true }),
			...(location ? { location } : {}),
		};
		this.recording.add(data);
		this.transforms.remember(urn, request);
		const children = request.getRemote() ? childrenOf(data) : [];
		for (const child of children ?? []) await this.#addChild(child);
		if (!children) {
			const given = new Set([...request.getDependenciesList(), ...Object.values(dependencies).flat()]);
			this.recording.opaque.push({ urn, type, name, given: [...given] });
		}
		const response = new RegisterResourceResponse();
		response.setUrn(urn);
		response.setObject(struct(request.getRemote() ? {} : properties));
		return response;
	}

	read(request: ReadResourceRequest): ReadResourceResponse {
		const { concealer } = this.options;
		const type = request.getType();
		const name = concealer.name(request.getName());
		const urn = this.recording.urnFor(type, name, request.getParent());
		const given = toObject(request.getProperties());
		const outputs = type === "pulumi:pulumi:StackReference" ? { ...given, outputs: UNKNOWN, secretOutputNames: [] } : given;
		const id = understand(concealer.value(request.getId())).value;
		this.recording.add({
			urn,
			type,
			name,
			...(typeof id === "string" ? { id } : {}),
			outputs: concealer.value(outputs) as Record<string, unknown>,
			external: true,
		});
		const response = new ReadResourceResponse();
		response.setUrn(urn);
		response.setProperties(struct(outputs));
		return response;
	}

	/** The region that an explicit provider is set to, where it is known. */
	regionOf(reference: string): string | undefined {
		const provider = this.recording.find(reference.split("::").slice(0, 4).join("::"));
		const { value } = understand(provider?.inputs?.["region"]);
		return typeof value === "string" ? value : undefined;
	}

	close(): void {
		this.transforms.close();
	}

	/** The engine calls a program's transforms for the children of a plugin's components too. */
	async #addChild(child: ResourceData): Promise<void> {
		const { inputs, ...rest } = await transformedChild(child, this.transforms);
		this.recording.add({ ...rest, inputs: this.options.concealer.value(inputs) as Record<string, unknown> });
	}

	#locationOf(request: RegisterResourceRequest): Location | undefined {
		const frames = request.getStacktrace()?.getFramesList() ?? [];
		const places = [request.getSourceposition(), ...frames.map((frame) => frame.getPc())].flatMap((position) => {
			const place = position && this.options.locate({ uri: position.getUri(), line: position.getLine(), column: position.getColumn() });
			return place ?? [];
		});
		return firstOfTheProgram(places);
	}
}
