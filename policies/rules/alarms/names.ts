import { includesName } from "../../engine/includes-name";
import type { Resource, ResourceType } from "../../engine/resource";
import { decode } from "../../engine/wire";
import { CompositeAlarm, MetricAlarm, MetricFilter, Topic } from "../../facts/resource-types";

/** A resource as a message calls it in the middle of a sentence. */
export function called(resource: Resource): string {
	const known = ([MetricAlarm, CompositeAlarm, MetricFilter, Topic] as readonly ResourceType[]).find(({ tokens }) =>
		tokens.includes(resource.type),
	);
	return `${known?.label ?? "resource"} "${resource.name}"`;
}

/** The words of a query, as names of metrics are written in it. */
export function wordsIn(query: string): readonly string[] {
	return query.split(/[^\w.-]+/);
}

/** True where a text holds one of a resource's names, as a composite alarm's rule names alarms. */
export function mentions(text: string, names: readonly string[]): boolean {
	return names.some((name) => includesName(text, name, /[\w./-]/));
}

/** The physical names and ARNs that are known of a resource. */
export function physicalNames(resource: Resource): readonly string[] {
	return resource.memoize(namesOf);
}

function namesOf({ data: { inputs, outputs, id } }: Resource): readonly string[] {
	const values = [inputs?.["name"], inputs?.["alarmName"], outputs?.["name"], outputs?.["arn"], id ?? outputs?.["id"]];
	return values.flatMap((value) => {
		const understood = decode(value);
		return understood.state === "known" && typeof understood.value === "string" ? [understood.value] : [];
	});
}
