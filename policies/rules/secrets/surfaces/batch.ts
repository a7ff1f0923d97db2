import type { Reading } from "../../../engine/reading";
import { notDecidable, undeterminedDocument } from "../../../engine/verdict";
import { BatchJobDefinition } from "../../../facts/resource-types";
import { surface } from "../handed";
import { ofContainer } from "./ecs";

export const batchJobDefinition = surface(BatchJobDefinition, (job) => {
	const properties = job.read("containerProperties") as Reading;
	if (properties.isAbsent) return [];
	const container = properties.json();
	if (container.isUnknown) return [{ how: "hidden", verdict: undeterminedDocument(properties) }];
	return container.entries.length === 0
		? [{ how: "hidden", verdict: notDecidable(properties, "its containerProperties are no container in JSON") }]
		: ofContainer(container);
});
