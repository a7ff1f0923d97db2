import { safeName } from "../../../engine/message";
import type { Reading } from "../../../engine/reading";
import { notDecidable, undetermined, undeterminedDocument } from "../../../engine/verdict";
import { TaskDefinition } from "../../../facts/resource-types";
import { commandIn, type Handed, surface, variablesIn } from "../handed";

const INSTEAD = "Keep the value in Secrets Manager or in an SSM SecureString, and name it in the container's secrets with valueFrom.";
const INSTEAD_IN_LOGS =
	"Keep the value in Secrets Manager or in an SSM SecureString, and name it in logConfiguration.secretOptions with valueFrom.";

export const taskDefinition = surface(TaskDefinition, (task) => {
	const definitions = task.read("containerDefinitions") as Reading;
	if (definitions.isAbsent) return [];
	const containers = definitions.json();
	if (containers.isUnknown) return [{ how: "hidden", verdict: undeterminedDocument(definitions) }];
	if (containers.isAbsent || containers.text !== undefined)
		return [{ how: "hidden", verdict: notDecidable(definitions, "its containerDefinitions are no list of containers in JSON") }];
	return containers.items.flatMap(ofContainer);
});

/** Variables in files in S3, which neither the program nor the state shows. */
function elsewhereIn(container: Reading): readonly Handed[] {
	const files = container.readInAnyCase("environmentFiles");
	if (files.isAbsent || (files.isKnown && files.items.length === 0)) return [];
	if (files.isUnknown) return [{ how: "hidden", verdict: undetermined(files) }];
	const reason = "its environmentFiles are in S3, and what they hold can only be seen there; secrets with valueFrom can be checked";
	return [{ how: "hidden", verdict: notDecidable(files, reason) }];
}

/** What one container is given: ECS and Batch write it alike. */
export function ofContainer(container: Reading): readonly Handed[] {
	if (container.isUnknown) return [{ how: "hidden", verdict: undetermined(container) }];
	const to = `container "${safeName(container.readInAnyCase("name")) ?? "?"}"`;
	const [environment, secrets, logs] = [
		container.readInAnyCase("environment"),
		container.readInAnyCase("secrets"),
		container.readInAnyCase("logConfiguration"),
	];
	const hidden = [environment, secrets, logs].filter((each) => each.isUnknown);
	return [
		...elsewhereIn(container),
		...hidden.map((each): Handed => ({ how: "hidden", verdict: undetermined(each) })),
		...container
			.readInAnyCase("environment")
			.items.map(
				(item): Handed => ({ how: "variable", name: item.readInAnyCase("name"), value: item.readInAnyCase("value"), to, instead: INSTEAD }),
			),
		...[...secrets.items, ...logs.readInAnyCase("secretOptions").items].map(
			(item): Handed => ({ how: "pointer", name: item.readInAnyCase("name"), value: item.readInAnyCase("valueFrom") }),
		),
		...variablesIn(logs.readInAnyCase("options"), `the log driver of ${to}`, INSTEAD_IN_LOGS),
		...commandIn(container.readInAnyCase("command"), `the command of ${to}`, INSTEAD),
		...commandIn(container.readInAnyCase("entryPoint"), `the entry point of ${to}`, INSTEAD),
		...commandIn(container.readInAnyCase("healthCheck").readInAnyCase("command"), `the health check of ${to}`, INSTEAD),
	];
}
