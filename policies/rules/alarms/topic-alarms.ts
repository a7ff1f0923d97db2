import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../facts/resource-types";

const STATES = ["alarmActions", "okActions", "insufficientDataActions"] as const;

/**
 * What is said of a topic if alarms of the stack publish to it; else it does not apply. Where an alarm may publish to it, a
 * failure is open and anything else holds either way.
 */
export function ifAlarmsUse(topic: Resource<TopicArgs>, graph: ResourceGraph, verdict: () => Verdict): Verdict {
	const referrers = [MetricAlarm, CompositeAlarm].flatMap((kind) => STATES.map((state) => graph.referrers(topic, kind, state)));
	if (referrers.some(({ resources }) => resources.length > 0)) return verdict();
	const [undecided] = referrers.flatMap(({ possible }) => possible);
	if (!undecided) return notApplicable("no alarm of this stack publishes to it");
	const said = verdict();
	if (said.verdict !== "fail") return said;
	const actions = STATES.map((state) => undecided.inputs.read(state));
	return undetermined(actions.find((each) => each.hasUnknown) ?? (actions.find((each) => each.isKnown) as (typeof actions)[number]));
}
