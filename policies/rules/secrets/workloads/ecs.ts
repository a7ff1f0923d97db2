import { safeName } from "../../../engine/message";
import type { Reading } from "../../../engine/reading";
import { notDecidable, undetermined, undeterminedDocument } from "../../../engine/verdict";
import { TaskDefinition } from "../../../facts/resource-types";
import { commandValues, type InjectedValue, variablesIn, workload } from "../injected-values";

const FIX = "Store the value in Secrets Manager or in an SSM SecureString, and reference it in the container's secrets with valueFrom.";
const LOGS_FIX =
	"Store the value in Secrets Manager or in an SSM SecureString, and reference it in logConfiguration.secretOptions with valueFrom.";

export const taskDefinition = workload(TaskDefinition, (task) => {
	const definitions = task.read("containerDefinitions") as Reading;
	if (definitions.isAbsent) return [];
	const containers = definitions.json();
	if (containers.isUnknown) return [{ kind: "unknown", verdict: undeterminedDocument(definitions) }];
	if (containers.isAbsent || containers.text !== undefined)
		return [{ kind: "unknown", verdict: notDecidable(definitions, "its containerDefinitions are not a JSON list of containers") }];
	return containers.items.flatMap(ofContainer);
});

/** Environment files in S3, which neither the program nor the state contains. */
function environmentFilesOf(container: Reading): readonly InjectedValue[] {
	const files = container.readInAnyCase("environmentFiles");
	if (files.isAbsent || (files.isKnown && files.items.length === 0)) return [];
	if (files.isUnknown) return [{ kind: "unknown", verdict: undetermined(files) }];
	const message = "its environmentFiles are in S3, where their content is not read; use secrets with valueFrom instead";
	return [{ kind: "unknown", verdict: notDecidable(files, message) }];
}

/** The values of a container of ECS or Batch. */
export function ofContainer(container: Reading): readonly InjectedValue[] {
	if (container.isUnknown) return [{ kind: "unknown", verdict: undetermined(container) }];
	const recipient = `container "${safeName(container.readInAnyCase("name")) ?? "?"}"`;
	const [environment, secrets, logs] = [
		container.readInAnyCase("environment"),
		container.readInAnyCase("secrets"),
		container.readInAnyCase("logConfiguration"),
	];
	const unknown = [environment, secrets, logs].filter((each) => each.isUnknown);
	return [
		...environmentFilesOf(container),
		...unknown.map((each): InjectedValue => ({ kind: "unknown", verdict: undetermined(each) })),
		...environment.items.map(
			(item): InjectedValue => ({
				kind: "variable",
				name: item.readInAnyCase("name"),
				value: item.readInAnyCase("value"),
				recipient,
				fix: FIX,
			}),
		),
		...[...secrets.items, ...logs.readInAnyCase("secretOptions").items].map(
			(item): InjectedValue => ({ kind: "reference", name: item.readInAnyCase("name"), value: item.readInAnyCase("valueFrom") }),
		),
		...variablesIn(logs.readInAnyCase("options"), `the log driver of ${recipient}`, LOGS_FIX),
		...commandValues(container.readInAnyCase("command"), `the command of ${recipient}`, FIX),
		...commandValues(container.readInAnyCase("entryPoint"), `the entry point of ${recipient}`, FIX),
		...commandValues(container.readInAnyCase("healthCheck").readInAnyCase("command"), `the health check of ${recipient}`, FIX),
	];
}
