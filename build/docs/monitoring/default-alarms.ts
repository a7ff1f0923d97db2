import { alarmsFor, CATALOG } from "../../../stacks/monitoring/alarms/catalog";
import type { AlarmId, Severity } from "../../../stacks/monitoring/alarms/ids";
import type { Specification } from "../../../stacks/monitoring/alarms/specification";
import type { AuthMonitoringArgs } from "../../../stacks/monitoring/args";
import { namesOf } from "../../../stacks/monitoring/naming";
import { parseOptions } from "../../../stacks/monitoring/option/explain";
import { type Options, optionsSchema } from "../../../stacks/monitoring/options";

/** The required options. */
export const LEAST: AuthMonitoringArgs = {
	scalekit: { environmentUrl: "https://shop.scalekit.com" },
	alerts: { emails: ["on-call@example.com"] },
};

/** The options with only the required ones set. */
export function defaultOptions(more: Partial<AuthMonitoringArgs> = {}): Options {
	return parseOptions(optionsSchema, { ...LEAST, ...more });
}

export interface DocumentedAlarm {
	readonly id: AlarmId;
	readonly severity: Severity;
	readonly meaning: string;
	readonly specification: Specification;
}

/** The alarms of a deployment with these options. */
export function alarmsOf(options: Options): readonly DocumentedAlarm[] {
	const watched = { service: options.name, names: namesOf(options.name), thresholds: options.thresholds, apiId: "api" };
	return alarmsFor(options).map((id) => {
		const { severity, meaning, specify } = CATALOG[id];
		return { id, severity, meaning, specification: specify(watched) };
	});
}
