import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { alarmsFor, CATALOG, type Page, pagesFor } from "../alarms/catalog";
import { makeComposite } from "../alarms/composite";
import type { Watched } from "../alarms/entry";
import { AlarmFactory } from "../alarms/factory";
import type { AlarmId } from "../alarms/ids";
import type { Place } from "./place";
import { runbookLink } from "./runbook-link";
import type { Topics } from "./topics";

export interface Alarms {
	readonly byId: ReadonlyMap<AlarmId, cloudwatch.MetricAlarm>;
	/** Those that page, one for each theme of which an alarm goes to page. */
	readonly pages: ReadonlyMap<Page["id"], cloudwatch.CompositeAlarm>;
}

/** The alarms that the options ask for: each notifies, and one of each theme pages for those that cannot wait. */
export function makeAlarms(place: Place, topics: Topics, apiId: pulumi.Input<string>): Alarms {
	const link = runbookLink(place);
	const factory = new AlarmFactory(place, topics.notify, link);
	const watched: Watched = { service: place.name, names: place.names, thresholds: place.options.thresholds, apiId };
	const byId = new Map(alarmsFor(place.options).map((id) => [id, factory.make(id, CATALOG[id], CATALOG[id].specify(watched))]));
	const childrenOf = ({ alarms }: Page) => alarms.flatMap((id) => byId.get(id) ?? []);
	const pages = pagesFor(place.options).map(
		(page) => [page.id, makeComposite(place, page, childrenOf(page), topics.page, link(page.id))] as const,
	);
	return { byId, pages: new Map(pages) };
}
