import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { alarmsFor, CATALOG, type PagingAlarm, pagingAlarmsFor } from "../alarms/catalog";
import { makeComposite } from "../alarms/composite";
import type { AlarmContext } from "../alarms/definition";
import { AlarmFactory } from "../alarms/factory";
import type { AlarmId } from "../alarms/ids";
import type { ComponentContext } from "./component-context";
import { runbookLink } from "./runbook-link";
import type { Topics } from "./topics";

export interface Alarms {
	readonly byId: ReadonlyMap<AlarmId, cloudwatch.MetricAlarm>;
	/** The composite alarms, one for each group with a paging alarm. */
	readonly pagingAlarms: ReadonlyMap<PagingAlarm["id"], cloudwatch.CompositeAlarm>;
}

/** The deployment's alarms: each notifies, and a composite alarm per group pages. */
export function makeAlarms(context: ComponentContext, topics: Topics, apiId: pulumi.Input<string>): Alarms {
	const link = runbookLink(context);
	const factory = new AlarmFactory(context, topics.notify, link);
	const watched: AlarmContext = { service: context.name, names: context.names, thresholds: context.options.thresholds, apiId };
	const byId = new Map(alarmsFor(context.options).map((id) => [id, factory.make(id, CATALOG[id], CATALOG[id].specify(watched))]));
	const childrenOf = ({ alarms }: PagingAlarm) => alarms.flatMap((id) => byId.get(id) ?? []);
	const pages = pagingAlarmsFor(context.options).map(
		(page) => [page.id, makeComposite(context, page, childrenOf(page), topics.page, link(page.id))] as const,
	);
	return { byId, pagingAlarms: new Map(pages) };
}
