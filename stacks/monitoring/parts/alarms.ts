import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { alarmsFor, CATALOG } from "../alarms/catalog";
import { makeComposite } from "../alarms/composite";
import type { Watched } from "../alarms/entry";
import { AlarmFactory } from "../alarms/factory";
import type { AlarmId } from "../alarms/ids";
import type { Place } from "./place";
import { runbookLink } from "./runbook-link";
import type { Topics } from "./topics";

export interface Alarms {
	readonly byId: ReadonlyMap<AlarmId, cloudwatch.MetricAlarm>;
	/** The one that pages; none where no alarm goes to page. */
	readonly page: cloudwatch.CompositeAlarm | undefined;
}

/** The alarms that the options ask for: each notifies, and one pages for those that cannot wait. */
export function makeAlarms(place: Place, topics: Topics, apiId: pulumi.Input<string>): Alarms {
	const link = runbookLink(place);
	const factory = new AlarmFactory(place, topics.notify, link);
	const watched: Watched = { service: place.name, names: place.names, thresholds: place.options.thresholds, apiId };
	const made = alarmsFor(place.options).map((id) => [id, factory.make(id, CATALOG[id], CATALOG[id].specify(watched))] as const);
	const paging = made.filter(([id]) => place.options.alerts.severities[CATALOG[id].severity] === "page").map(([, alarm]) => alarm);
	return {
		byId: new Map(made),
		page: paging.length > 0 ? makeComposite(place, paging, topics.page, link("page")) : undefined,
	};
}
