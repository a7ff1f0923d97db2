import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { inOtherStack, pass, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { LogDelivery, LogDeliverySource } from "../../facts/resource-types";

/**
 * `ACCESS_LOGS` of CloudFront, `ALB_ACCESS_LOGS` and `NLB_ACCESS_LOGS`, but not connection and health check logs
 * (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html, read 2026-11).
 */
const ACCESS_LOG = /(?:^|_)ACCESS_LOGS$/;

/** Passes if CloudWatch delivers a resource's access log (source and delivery); undefined if the stack has no delivery source for it. */
export function checkLogDelivery(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	const sources = graph.referrers(resource, LogDeliverySource, "resourceArn");
	let undecided: Verdict | undefined;
	for (const source of sources.resources) {
		const type = source.read("logType");
		if (type.isUnknown) undecided ??= undeterminedIn(LogDeliverySource.label, source, type);
		if (!ACCESS_LOG.test(type.text ?? "")) continue;
		const deliveries = graph.referrers(source, LogDelivery, "deliverySourceName");
		if (deliveries.resources.length > 0) return pass();
		const [possible] = deliveries.possible;
		undecided ??= possible
			? undetermined(possible.read("deliverySourceName"))
			: inOtherStack("the delivery of its log delivery source is not in this stack");
	}
	const [possible] = sources.possible;
	return undecided ?? (possible && undetermined(possible.read("resourceArn")));
}
