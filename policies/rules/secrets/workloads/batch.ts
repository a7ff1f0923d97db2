import type { Reading } from "../../../engine/reading";
import { notDecidable, undeterminedDocument } from "../../../engine/verdict";
import { BatchJobDefinition } from "../../../facts/resource-types";
import { workload } from "../injected-values";
import { ofContainer } from "./ecs";

export const batchJobDefinition = workload(BatchJobDefinition, (job) => {
	const properties = job.read("containerProperties") as Reading;
	if (properties.isAbsent) return [];
	const container = properties.json();
	if (container.isUnknown) return [{ kind: "unknown", verdict: undeterminedDocument(properties) }];
	return container.entries.length === 0
		? [{ kind: "unknown", verdict: notDecidable(properties, "its containerProperties are not a JSON object") }]
		: ofContainer(container);
});
