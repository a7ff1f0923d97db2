import type * as pulumi from "@pulumi/pulumi";
import type { Thresholds } from "../../../signals/thresholds";
import type { Names } from "../naming";
import type { AlarmText, Specification } from "./specification";

/** What the alarms of a deployment refer to. */
export interface AlarmContext {
	/** The deployment's name: a dimension of its metrics. */
	readonly service: string;
	readonly names: Names;
	readonly thresholds: Thresholds;
	/** ID of the webhook API; only the receiver's alarms use it. */
	readonly apiId: pulumi.Input<string>;
}

/** The parts that an alarm requires. */
export type Requirement = "receiver" | "poller" | "both" | "publisher" | "application";

/** An alarm of the catalog. */
export interface AlarmDefinition extends AlarmText {
	readonly requires: Requirement;
	readonly specify: (context: AlarmContext) => Specification;
}
