import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import type { ProjectContext } from "../../engine/rule";
import { type Undetermined, undeterminedIn } from "../../engine/verdict";
import { AppRunnerService, LambdaFunction, TaskDefinition } from "../../facts/resource-types";
import { ENVIRONMENT_URL_VARIABLES } from "../../facts/scalekit-environment";

/** What a stack tells of the Scalekit environment that its workloads call through their VPC. */
export interface ScalekitUse {
	readonly hosts: readonly string[];
	/** What keeps a host from being told. */
	readonly undecided?: Undetermined;
	/** True where something here calls Scalekit, whether or not its host can be told. */
	readonly seen: boolean;
}

/**
 * The hosts that `readiness.yaml` names, or those of them that workloads in a VPC call, as their variables say; where it names none,
 * all that the variables say.
 */
export function scalekitUse(graph: ResourceGraph, surroundings: ProjectContext): ScalekitUse {
	const inVariables = graph.memoize(calledHere);
	const named = surroundings.scalekitHosts;
	if (named.length === 0) return inVariables;
	const called = named.filter((host) => inVariables.hosts.includes(host));
	return { hosts: called.length > 0 ? called : named, seen: true };
}

function calledHere(graph: ResourceGraph): ScalekitUse {
	const hosts = new Set<string>();
	let undecided: Undetermined | undefined;
	let seen = false;
	for (const { workload, what, variables } of environments(graph)) {
		const open = variables.find(({ value }) => value.isUnknown);
		if (open) undecided ??= undeterminedIn(what, workload, open.value);
		for (const { name, value } of variables) {
			if (!name) continue;
			seen = true;
			const host = hostOf(value.text);
			if (host) hosts.add(host);
		}
	}
	return { hosts: [...hosts], seen, ...(undecided ? { undecided } : {}) };
}

interface Environment {
	readonly workload: Resource;
	readonly what: string;
	/** Variables by name; an unknown one without a name where the names themselves cannot be seen. */
	readonly variables: readonly { readonly name: string; readonly value: Reading }[];
}

function environments(graph: ResourceGraph): readonly Environment[] {
	const functions = graph.all(LambdaFunction).filter((each) => !each.read("vpcConfig").isAbsent);
	const services = graph.all(AppRunnerService).filter((each) => {
		const egress = each.read("networkConfiguration").read("egressConfiguration").read("egressType");
		return egress.isUnknown || egress.is("VPC");
	});
	return [
		...functions.map((workload) => ({
			workload,
			what: LambdaFunction.label,
			variables: ofMap(workload.read("environment").read("variables")),
		})),
		...graph.all(TaskDefinition).map((workload) => ({
			workload,
			what: TaskDefinition.label,
			variables: ofContainers(workload.read("containerDefinitions").json()),
		})),
		...services.map((workload) => {
			const image = workload.read("sourceConfiguration").read("imageRepository").read("imageConfiguration");
			return { workload, what: AppRunnerService.label, variables: ofMap(image.read("runtimeEnvironmentVariables")) };
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
		const given = container.read("environment").items.map((each) => ({ name: each.read("name").text ?? "", value: each.read("value") }));
		const fetched = container.read("secrets").items.map((each) => ({ name: each.read("name").text ?? "", value: each.read("absent") }));
		return onlyUrls([...given, ...fetched]);
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
