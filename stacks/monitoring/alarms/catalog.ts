import type { Options } from "../options";
import { applicationAlarms } from "./application";
import type { AlarmDefinition, Requirement } from "./definition";
import { ALARM_IDS, type AlarmId } from "./ids";
import { loginAlarms } from "./logins";
import { pipelineAlarms } from "./pipeline";
import { webhookAlarms } from "./webhooks";

/** The alarms by group. */
const GROUPS = { logins: loginAlarms, webhooks: webhookAlarms, pipeline: pipelineAlarms, application: applicationAlarms } as const;

export type AlarmGroup = keyof typeof GROUPS;

/** All alarms by id. */
export const CATALOG: Readonly<Record<AlarmId, AlarmDefinition>> = {
	...loginAlarms,
	...webhookAlarms,
	...pipelineAlarms,
	...applicationAlarms,
};

type AlarmOptions = Pick<Options, "parts" | "alarms" | "application">;

/** The alarms of a deployment: those whose required parts are enabled and that are not disabled. */
export function alarmsFor({ parts, alarms, application }: AlarmOptions): readonly AlarmId[] {
	const enabled: Readonly<Record<Requirement, boolean>> = {
		receiver: parts.receiver,
		poller: parts.poller,
		both: parts.receiver && parts.poller,
		publisher: true,
		application: application.emits,
	};
	return ALARM_IDS.filter((id) => enabled[CATALOG[id].requires] && alarms[id] !== false);
}

/** The alarms of one group that page through a composite alarm. */
export interface PagingAlarm {
	readonly group: AlarmGroup;
	/** The composite alarm's id. */
	readonly id: `page-${AlarmGroup}`;
	readonly alarms: readonly AlarmId[];
}

/**
 * The composite alarms of a deployment, for the groups with at least one paging alarm. One per group, so that an alarm in one group does not suppress
 * the page of another.
 */
export function pagingAlarmsFor(options: AlarmOptions & Pick<Options, "alerts">): readonly PagingAlarm[] {
	const paging = alarmsFor(options).filter((id) => options.alerts.severities[CATALOG[id].severity] === "page");
	return (Object.keys(GROUPS) as AlarmGroup[])
		.map((group) => ({ group, id: `page-${group}` as const, alarms: paging.filter((id) => id in GROUPS[group]) }))
		.filter(({ alarms }) => alarms.length > 0);
}
