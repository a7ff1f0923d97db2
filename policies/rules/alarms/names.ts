import { includesName } from "../../engine/includes-name";
import type { Resource, ResourceType } from "../../engine/resource";
import { decode } from "../../engine/wire";
import { CompositeAlarm, MetricAlarm, MetricFilter, Topic } from "../../facts/resource-types";

/** The name of a resource within a message: `metric alarm "login-failures"`. */
export function displayName(resource: Resource): string {
	const type = ([MetricAlarm, CompositeAlarm, MetricFilter, Topic] as readonly ResourceType[]).find(({ tokens }) =>
		tokens.includes(resource.type),
	);
	return `${type?.label ?? "resource"} "${resource.name}"`;
}

/** The words of a metric query, as it contains metric names. */
export function wordsIn(query: string): readonly string[] {
	return query.split(/[^\w.-]+/);
}

/** True if a text contains one of the names, as a composite alarm's rule contains alarm names. */
export function mentions(text: string, names: readonly string[]): boolean {
	return names.some((name) => includesName(text, name, /[\w./-]/));
}

/** The known physical names and ARNs of a resource. */
export function physicalNames(resource: Resource): readonly string[] {
	return resource.memoize(namesOf);
}

function namesOf({ data: { inputs, outputs, id } }: Resource): readonly string[] {
	const values = [inputs?.["name"], inputs?.["alarmName"], outputs?.["name"], outputs?.["arn"], id ?? outputs?.["id"]];
	return values.flatMap((value) => {
		const decoded = decode(value);
		return decoded.state === "known" && typeof decoded.value === "string" ? [decoded.value] : [];
	});
}
