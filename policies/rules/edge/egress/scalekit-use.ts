import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import type { ProjectContext } from "../../../engine/rule";
import { type Undetermined, undeterminedIn } from "../../../engine/verdict";
import { AppRunnerService, LambdaFunction, TaskDefinition } from "../../../facts/resource-types";
import { ENVIRONMENT_URL_VARIABLES } from "../../../facts/scalekit-environment";

/** What a stack shows of the Scalekit environment that its workloads in a VPC use. */
export interface ScalekitUse {
	readonly hosts: readonly string[];
	/** Why a host is undetermined. */
	readonly unknownHost?: Undetermined;
	/** True if a workload uses Scalekit, even if the host is unknown. */
	readonly isUsed: boolean;
}

/** The declared hosts that workloads in a VPC use, judging by their variables; all hosts in variables if none is declared. */
export function scalekitUse(graph: ResourceGraph, project: ProjectContext): ScalekitUse {
	const inVariables = graph.memoize(hostsInVariables);
	const declared = project.scalekitHosts;
	if (declared.length === 0) return inVariables;
	const used = declared.filter((host) => inVariables.hosts.includes(host));
	return { hosts: used.length > 0 ? used : declared, isUsed: true };
}

function hostsInVariables(graph: ResourceGraph): ScalekitUse {
	const hosts = new Set<string>();
	let unknownHost: Undetermined | undefined;
	let isUsed = false;
	for (const { workload, label, variables } of environments(graph)) {
		const unknown = variables.find(({ value }) => value.isUnknown);
		if (unknown) unknownHost ??= undeterminedIn(label, workload, unknown.value);
		for (const { name, value } of variables) {
			if (!name) continue;
			isUsed = true;
			const host = hostOf(value.text);
			if (host) hosts.add(host);
		}
	}
	return { hosts: [...hosts], isUsed, unknownHost };
}

interface Environment {
	readonly workload: Resource;
	readonly label: string;
	/** Variables by name; a value without a name counts only if it is unknown, such as that of all variables. */
	readonly variables: readonly { readonly name: string; readonly value: Reading }[];
}

function environments(graph: ResourceGraph): readonly Environment[] {
	const functions = graph.all(LambdaFunction).filter((each) => !each.read("vpcConfig").isAbsent);
	return [
		...functions.map((workload) => ({
			workload,
			label: LambdaFunction.label,
			variables: ofMap(workload.read("environment").read("variables")),
		})),
		...graph.all(TaskDefinition).map((workload) => ({
			workload,
			label: TaskDefinition.label,
			variables: ofContainers(workload.read("containerDefinitions").json()),
		})),
		...graph.all(AppRunnerService).map((workload) => {
			const egress = workload.read("networkConfiguration").read("egressConfiguration").read("egressType");
			const image = workload.read("sourceConfiguration").read("imageRepository").read("imageConfiguration");
			const variables = ofMap(image.read("runtimeEnvironmentVariables"));
			// Outside a VPC no filter applies to the variables; if that is unknown, so are they.
			return {
				workload,
				label: AppRunnerService.label,
				variables: egress.is("VPC") ? variables : variables.map(() => ({ name: "", value: egress })),
			};
		}),
	];
}

function ofMap(map: Reading): Environment["variables"] {
	if (map.isUnknown) return [{ name: "", value: map }];
	return onlyUrls(map.entries.map(([name, value]) => ({ name, value })));
}

function ofContainers(containers: Reading): Environment["variables"] {
	if (containers.isUnknown) return [{ name: "", value: containers }];
	return containers.items.flatMap((container) => {
		const literal = container.read("environment").items.map((each) => ({ name: each.read("name").text ?? "", value: each.read("value") }));
		const fetched = container.read("secrets").items.map((each) => ({ name: each.read("name").text ?? "", value: each.read("absent") }));
		return onlyUrls([...literal, ...fetched]);
	});
}

function onlyUrls(variables: Environment["variables"]): Environment["variables"] {
	return variables.filter(({ name }) => {
		const words = ` ${name
			.toLowerCase()
			.split(/[^a-z\d]+/)
			.join(" ")}`;
		return ENVIRONMENT_URL_VARIABLES.some((ending) => words.endsWith(` ${ending}`));
	});
}

function hostOf(url: string | undefined): string | undefined {
	const host = url && URL.canParse(url) ? new URL(url).hostname : "";
	return host.includes(".") ? host : undefined;
}
