import { isRecord } from "../../../engine/is-record";
import { PartialText } from "../../../engine/partial-text";
import type { ResourceData } from "../../../engine/resource";
import { decode, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";
import type { Recording } from "../monitor/recording";
import { UNKNOWN, UNKNOWN_SECRET } from "../monitor/unknown";
import { holesIn, open } from "./open";
import type { StandIns } from "./stand-ins";

type Properties = Readonly<Record<string, unknown>>;

/** The limits, in number and share, of resource types in which the runs may differ; beyond them the second run is ignored. */
const FEW_DIFFERENCES = 3;
const MOST_DIFFERENCES = 0.1;

/** A program's resources, and the differences between its two runs. */
export interface Joined {
	readonly resources: readonly ResourceData[];
	/** The types of resources that only the run with predicted outputs has; their number is a placeholder. */
	readonly more: readonly string[];
	/** The number of resources that it lacks. */
	readonly fewer: number;
	/** False if it was ignored because of too many differences. */
	readonly isUsed: boolean;
}

/**
 * The resources of a preview, with partially known values from a run with predicted outputs. Known values are the preview's; an unknown value is replaced
 * only if the second run's contains a stand-in. Resources that only the second run has are conditional.
 */
export function joinRuns(preview: Recording, predicted: Recording, standIns: StandIns): Joined {
	const namesakes = byMaskedUrn(predicted.resources, standIns);
	const inPredicted = ({ urn }: ResourceData) =>
		predicted.find(urn) ?? (standIns.isIn(urn) ? namesakes.get(standIns.masked(urn)) : undefined);
	const shared = new Map(preview.resources.map((each) => [inPredicted(each)?.urn, each]));
	const more = predicted.resources.filter(({ urn }) => !shared.has(urn));
	const fewer = preview.resources.filter((each) => !inPredicted(each)).length;
	const isUsed = fewer + kindsOf(more).size <= Math.max(FEW_DIFFERENCES, Math.ceil(preview.resources.length * MOST_DIFFERENCES));
	if (!isUsed) return { resources: preview.resources.map((each) => asGiven(each, standIns)), more: typesOf(more), fewer, isUsed };
	const resources = preview.resources.map((each) => {
		const other = inPredicted(each);
		return other ? { ...asGiven(each, standIns), ...joinProperties(each, other, standIns) } : asGiven(each, standIns);
	});
	const conditional = more.map((each) => ({
		...withoutPreview(each, standIns),
		conditional: standIns.isIn(each.urn) ? ("unnamed" as const) : ("named" as const),
	}));
	return { resources: [...resources, ...conditional], more: typesOf(more), fewer, isUsed };
}

/** The resources whose names are unique after stand-ins are masked. */
function byMaskedUrn(resources: readonly ResourceData[], standIns: StandIns): ReadonlyMap<string, ResourceData | undefined> {
	const found = new Map<string, ResourceData | undefined>();
	for (const each of resources) {
		if (!standIns.isIn(each.urn)) continue;
		const masked = standIns.masked(each.urn);
		found.set(masked, found.has(masked) ? undefined : each);
	}
	return found;
}

/** The resources of a preview only. */
export function previewAlone(preview: Recording, standIns: StandIns): readonly ResourceData[] {
	return preview.resources.map((each) => asGiven(each, standIns));
}

/** The resources of a run with predicted outputs whose preview fails. */
export function predictedAlone(predicted: Recording, standIns: StandIns): readonly ResourceData[] {
	return predicted.resources.map((each) => withoutPreview(each, standIns));
}

function typesOf(resources: readonly ResourceData[]): readonly string[] {
	return [...new Set(resources.map(({ type }) => type))].sort();
}

/** Resources that differ in a number only count as one difference: list lengths are placeholders. */
function kindsOf(resources: readonly ResourceData[]): ReadonlySet<string> {
	return new Set(resources.map(({ type, parent }) => `${type} ${parent}`));
}

/** A resource as recorded. */
function asGiven(data: ResourceData, standIns: StandIns): ResourceData {
	return withOpened(data, standIns, (properties) => open(properties, standIns) as Properties);
}

/** A value that depends on resources and contains no stand-in was computed from one. */
function withoutPreview(data: ResourceData, standIns: StandIns): ResourceData {
	return withOpened(data, standIns, (properties) =>
		mapValues(properties, (value, name) => {
			const isComputed = (data.propertyDependencies?.[name]?.length ?? 0) > 0 && !standIns.isIn(value);
			return isComputed ? (decode(value).secret ? UNKNOWN_SECRET : UNKNOWN) : open(value, standIns);
		}),
	);
}

function withOpened(data: ResourceData, standIns: StandIns, opened: (properties: Properties) => Properties): ResourceData {
	const { id, inputs, outputs, ...rest } = data;
	return {
		...rest,
		...(inputs ? { inputs: opened(inputs) } : {}),
		...(outputs ? { outputs: opened(outputs) } : {}),
		...(id && !decode(id).partial && decode(id).state === "known" && !standIns.isIn(id) ? { id } : {}),
	};
}

function joinProperties(preview: ResourceData, predicted: ResourceData, standIns: StandIns): Pick<ResourceData, "inputs" | "outputs"> {
	const join = (known: Properties | undefined, other: Properties | undefined) =>
		known && (joinValues(open(known, standIns), other ?? {}, standIns) as Properties);
	const inputs = join(preview.inputs, predicted.inputs);
	const outputs = join(preview.outputs, predicted.outputs);
	return { ...(inputs ? { inputs } : {}), ...(outputs ? { outputs } : {}) };
}

/** @param known the preview's value, opened */
function joinValues(known: unknown, predicted: unknown, standIns: StandIns): unknown {
	const { state, secret, partial } = decode(known);
	if (partial) return withOrigins(partial, predicted, standIns);
	if (state === "unknown") {
		if (!standIns.isIn(predicted)) return known;
		const opened = open(predicted, standIns);
		return secret && !isMarked(opened) && !holesIn(opened).some((hole) => hole.secret) ? { ...UNKNOWN_SECRET, value: opened } : opened;
	}
	if (Array.isArray(known))
		return known.map((item, index) => joinValues(item, Array.isArray(predicted) ? predicted[index] : undefined, standIns));
	if (!isObject(known) || !isObject(predicted)) return known;
	if (isMarked(known)) {
		if (known[SIGNATURE_KEY] !== SECRET_SIGNATURE || predicted[SIGNATURE_KEY] !== SECRET_SIGNATURE) return known;
		return { ...known, value: joinValues(known["value"], predicted["value"], standIns) };
	}
	if (isMarked(predicted)) return known;
	const onlyPredicted = Object.keys(predicted).filter((key) => !(key in known) && decode(predicted[key]).state !== "absent");
	return {
		...mapValues(known, (value, key) => joinValues(value, predicted[key], standIns)),
		...Object.fromEntries(onlyPredicted.map((key) => [key, UNKNOWN])),
	};
}

/** An awaited output is unknown without origin in a preview; the second run's string shows its origin. */
function withOrigins(known: PartialText, predicted: unknown, standIns: StandIns): PartialText {
	const other = open(predicted, standIns);
	const isSame = other instanceof PartialText && textsOf(known).join("\0") === textsOf(other).join("\0");
	return isSame && !known.secret ? other : known;
}

function textsOf({ pieces }: PartialText): readonly string[] {
	return pieces.map((piece) => (typeof piece === "string" ? piece : ""));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && !PartialText.is(value);
}

function isMarked(value: unknown): value is Record<string, unknown> {
	return isObject(value) && SIGNATURE_KEY in value;
}

function mapValues(properties: Properties, change: (value: unknown, key: string) => unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value, key)]));
}
