import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { inOtherStack, pass, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { LogDelivery, LogDeliverySource } from "../../facts/resource-types";

/**
 * `ACCESS_LOGS` of CloudFront, `ALB_ACCESS_LOGS` and `NLB_ACCESS_LOGS`; connection logs and health check logs are others
 * (CloudWatch Logs, API reference: PutDeliverySource, read 2026-11).
 */
const ACCESS_LOG = /(?:^|_)ACCESS_LOGS$/;

/** Whether CloudWatch delivers a resource's access log: source, then delivery. Undefined where the stack says nothing of it. */
export function deliveredByCloudWatch(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	const sources = graph.referrers(resource, LogDeliverySource, "resourceArn");
	let open: Verdict | undefined;
	for (const source of sources.resources) {
		const type = source.read("logType");
		if (type.isUnknown) open ??= undeterminedIn(LogDeliverySource.label, source, type);
		if (!ACCESS_LOG.test(type.text ?? "")) continue;
		const deliveries = graph.referrers(source, LogDelivery, "deliverySourceName");
		if (deliveries.resources.length > 0) return pass();
		const [undecided] = deliveries.possible;
		open ??= undecided
			? undetermined(undecided.read("deliverySourceName"))
			: inOtherStack("the delivery of its log delivery source is not in this stack");
	}
	const [undecided] = sources.possible;
	return open ?? (undecided && undetermined(undecided.read("resourceArn")));
}
