import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import { notApplicable, undetermined, type Verdict } from "../../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../../facts/resource-types";

const ACTIONS = ["alarmActions", "okActions", "insufficientDataActions"] as const;

/**
 * The verdict on a topic to which alarms of the stack publish; not applicable to other topics. While it is unknown whether
 * an alarm publishes to it, the verdict is undetermined: a pass would be evidence of an alarm's notification.
 */
export function ifAlarmsUse(topic: Resource<TopicArgs>, graph: ResourceGraph, verdictOf: () => Verdict): Verdict {
	const referrers = [MetricAlarm, CompositeAlarm].flatMap((type) => ACTIONS.map((action) => graph.referrers(topic, type, action)));
	if (referrers.some(({ resources }) => resources.length > 0)) return verdictOf();
	const [possible] = referrers.flatMap(({ possible }) => possible);
	if (!possible) return notApplicable("no alarm of this stack publishes to it");
	const actions = ACTIONS.map((action) => possible.inputs.read(action));
	return undetermined(actions.find((each) => each.hasUnknown) ?? (actions.find((each) => each.isKnown) as (typeof actions)[number]));
}
