import type { Reading } from "../../../engine/reading";
import { beyond, unknownDocument } from "../../../engine/verdict";
import { BatchJobDefinition } from "../../../facts/kinds";
import { surface } from "../handed";
import { ofContainer } from "./ecs";

export const batchJobDefinition = surface(BatchJobDefinition, (job) => {
	const properties = job.read("containerProperties") as Reading;
	if (properties.isAbsent) return [];
	const container = properties.json();
	if (container.isUnknown) return [{ how: "hidden", verdict: unknownDocument(properties) }];
	return container.entries.length === 0
		? [{ how: "hidden", verdict: beyond(properties, "its containerProperties are no container in JSON") }]
		: ofContainer(container);
});
