import type { ResourceData } from "../../../engine/resource";
import { decode } from "../../../engine/wire";
import { LogGroup } from "../../../facts/resource-types";
import { UNKNOWN } from "../monitor/unknown";
import { child, NOT_SET, outputOf, type Properties, type Property, propertiesIn, unknownChild } from "./child";
import { isGiven, mapValue } from "./wire-parts";

/** The log group that a component creates or is given. */
export interface Logs {
	readonly children: readonly ResourceData[];
	/** Undefined without a log group, "unknown" if its existence is unknown. */
	readonly group?: Group | "unknown";
}

interface Group {
	readonly name: Property;
	/** Not set if it is the provider's default. */
	readonly region: Property;
}

const [TYPE = ""] = LogGroup.tokens;

/**
 * The log group of a task definition: created unless `skip` is set, with no other defaults than the provider's
 * (`retentionInDays` 0: the logs never expire).
 *
 * Source: `defaultLogGroup` in awsx/cloudwatch/logGroup.ts of pulumi/pulumi-awsx, the same in versions 1 to 3.
 */
export function defaultLogGroup(owner: ResourceData, argument: Property): Logs {
	return logGroup(owner, propertiesIn(argument), "skip", (skip) => !skip);
}

/** The log group of a trail: created if `enable` is set. Source: `optionalLogGroup` in the same file. */
export function optionalLogGroup(owner: ResourceData, argument: Property): Logs {
	return logGroup(owner, propertiesIn(argument), "enable", (enable) => enable);
}

function logGroup(owner: ResourceData, given: Properties | undefined, flag: string, isWanted: (flag: boolean) => boolean): Logs {
	const { state, value } = decode(given?.[flag]?.value);
	if (!given || state === "unknown") return { children: [unknownChild(owner, TYPE, owner.name)], group: "unknown" };
	if (!isWanted(Boolean(value))) return { children: [] };
	const { args, existing } = given;
	if (existing && isGiven(existing.value)) return { children: [], group: existingGroup(existing) };
	const properties = args ? propertiesIn(args) : {};
	const group = properties ? child(owner, TYPE, owner.name, properties) : unknownChild(owner, TYPE, owner.name);
	return { children: [group], group: { name: outputOf(group), region: NOT_SET } };
}

/** The ARN of a log group: Region and name. */
const ARN = /^arn:[^:]*:logs:([^:]*):[^:]*:log-group:([^:]+)/;

function existingGroup(existing: Property): Group {
	const { arn, name, region } = propertiesIn(existing) ?? {};
	const unknown: Property = { value: UNKNOWN, from: existing.from };
	if (arn && isGiven(arn.value)) return { name: partOfArn(arn, 2), region: partOfArn(arn, 1) };
	return { name: name ?? unknown, region: region ?? NOT_SET };
}

function partOfArn({ value, from }: Property, group: number): Property {
	return { value: mapValue(value, (arn) => ARN.exec(String(arn))?.[group] ?? UNKNOWN), from };
}
