import type * as pulumi from "@pulumi/pulumi";
import type { Thresholds } from "../../../signals/thresholds";
import type { Names } from "../naming";
import type { AlarmText, Specification } from "./specification";

/** What alarms look at in one monitoring. */
export interface Watched {
	/** The monitoring's name, which is the dimension of its metrics. */
	readonly service: string;
	readonly names: Names;
	readonly thresholds: Thresholds;
	/** ID of the webhook API; only alarms of the receiver ask for it. */
	readonly apiId: pulumi.Input<string>;
}

/** What has to be there for an alarm to make sense. */
export type Needs = "receiver" | "poller" | "both" | "publisher" | "application";

/** An alarm of the catalog. */
export interface Entry extends AlarmText {
	readonly needs: Needs;
	readonly specify: (watched: Watched) => Specification;
}
