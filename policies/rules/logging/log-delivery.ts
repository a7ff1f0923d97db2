import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { elsewhere, pass, unknown, type Verdict } from "../../engine/verdict";
import { LogDelivery, LogDeliverySource } from "../../facts/kinds";

/** Whether CloudWatch delivers a resource's log: source, then delivery. Undefined where the stack says nothing of it. */
export function deliveredByCloudWatch(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	let open: Verdict | undefined;
	for (const source of graph.all(LogDeliverySource)) {
		const link = graph.follow(source, source.read("resourceArn") as Reading, { label: resource.type, tokens: [resource.type] });
		if (link.resources.some((each) => each.urn === resource.urn)) {
			const deliveries = graph.referrers(source, LogDelivery, "deliverySourceName");
			if (deliveries.resources.length > 0) return pass();
			const [undecided] = deliveries.undecided;
			open ??= undecided
				? unknown(undecided.read("deliverySourceName"))
				: elsewhere("the delivery of its log delivery source is not in this stack");
		} else if (link.state === "unknown") open ??= unknown(source.read("resourceArn"));
	}
	return open;
}
