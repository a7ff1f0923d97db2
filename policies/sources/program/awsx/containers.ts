import { UNKNOWN } from "../monitor/unknown";
import { NOT_SET, type Properties, type Property } from "./child";
import type { Logs } from "./log-group";
import { isGiven, partsOf } from "./wire-parts";

/**
 * `containerDefinitions` of a task definition, as a list instead of the JSON string, so that its values keep their wire form. Port mappings are omitted: no
 * rule reads them, and awsx replaces the target group in them with its port.
 *
 * Source: `normalizeTaskDefinitionContainers` and `computeContainerDefinitions` in awsx/ecs/containers.ts of
 * pulumi/pulumi-awsx. Version 3 sorts the containers by name, version 2 leaves them in the program's order.
 */
export function containerDefinitions({ container = NOT_SET, containers = NOT_SET }: Properties, logs: Logs): Property {
	const named = isGiven(containers.value) ? partsOf(containers.value) : { "": container.value };
	const { group } = logs;
	return {
		value: named
			? Object.entries(named)
					.sort(([a], [b]) => a.localeCompare(b))
					.map(([name, each]) => definition(name, each, group))
			: UNKNOWN,
		from: [...container.from, ...containers.from, ...(typeof group === "object" ? [...group.name.from, ...group.region.from] : [])],
	};
}

function definition(key: string, container: unknown, group: Logs["group"]): unknown {
	const parts = partsOf(container);
	if (!parts) return UNKNOWN;
	const { portMappings: _, ...own } = parts;
	const name = key || (own["name"] ?? "container");
	return { ...own, name, ...(own["logConfiguration"] === undefined && group ? { logConfiguration: logConfiguration(group, name) } : {}) };
}

function logConfiguration(group: NonNullable<Logs["group"]>, prefix: unknown): unknown {
	if (group === "unknown") return UNKNOWN;
	const { name, region } = group;
	return {
		logDriver: "awslogs",
		options: {
			"awslogs-group": name.value,
			...(region.value === undefined ? {} : { "awslogs-region": region.value }),
			"awslogs-stream-prefix": prefix,
		},
	};
}
