import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { notApplicable, unknown, type Verdict } from "../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../facts/kinds";

const STATES = ["alarmActions", "okActions", "insufficientDataActions"] as const;

/** What is said of a topic if alarms of the stack publish to it; else it does not apply. */
export function ifAlarmsUse(topic: Resource<TopicArgs>, graph: ResourceGraph, verdict: () => Verdict): Verdict {
	const referrers = [MetricAlarm, CompositeAlarm].flatMap((kind) => STATES.map((state) => graph.referrers(topic, kind, state)));
	if (referrers.some(({ resources }) => resources.length > 0)) return verdict();
	const [undecided] = referrers.flatMap(({ undecided }) => undecided);
	const otherwise = notApplicable("no alarm of this stack publishes to it");
	if (!undecided) return otherwise;
	const said = verdict();
	const open = STATES.map((state) => undecided.inputs.read(state)).find((actions) => actions.hasUnknown);
	return said.verdict === "fail" && open ? unknown(open) : otherwise;
}
