import type { Random } from "../bench/faults/random";
import { UNKNOWN } from "../policies/engine/example";
import type { Finding } from "../policies/engine/finding";
import type { ResourceData } from "../policies/engine/resource";
import { LogGroup } from "../policies/facts/resource-types";
import { rules } from "../policies/rules";
import { STACK } from "../policies/rules/judge";
import { type Place, placesOf, replaceAt, valueAt } from "../test/support/places";
import type { EvaluatedForm } from "./evaluate";
import { dataOf, renamed, type Stack } from "./stack";

/** How a stack is changed, and which findings the change may affect. */
export interface Relation {
	readonly kind: "hide" | "shuffle" | "irrelevant" | "rename" | "region";
	/** The stack to compare with, if not the given one. */
	before?(stack: Stack): Stack;
	/** The changed stack; undefined if there is nothing to change. */
	after(stack: Stack, form: EvaluatedForm): readonly ResourceData[] | undefined;
	/** The findings of the changed stack that the findings before do not support, and the other way round. */
	differences(before: readonly Finding[], after: readonly Finding[]): readonly string[];
	/** The change, for the report of a failure. */
	describe(stack: Stack, form: EvaluatedForm): string;
}

/** The relations to check for a stack: one of each kind, and three hidden values, because most depends on them. */
export function relationsFor(random: Random): readonly Relation[] {
	return [hide(random.next()), hide(random.next()), hide(random.next()), shuffle(random.next()), IRRELEVANT, RENAME, REGION];
}

const told = ({ rule, urn, verdict, property, message }: Finding) => `${rule} ${urn} ${verdict} ${property ?? ""}: ${message}`;

/** Both ways, as multisets are not needed: equal findings are merged by the evaluator. */
function unequal(before: readonly string[], after: readonly string[]): readonly string[] {
	const [one, other] = [new Set(before), new Set(after)];
	return [
		...before.filter((each) => !other.has(each)).map((each) => `only before: ${each}`),
		...after.filter((each) => !one.has(each)).map((each) => `only after: ${each}`),
	];
}

const same = (before: readonly Finding[], after: readonly Finding[]) => unequal(before.map(told), after.map(told));

/** A rule may say that it does not apply without a value that it tolerates as unknown; its documentation states which. */
const tolerant: ReadonlySet<string> = new Set(rules.filter((rule) => rule.toleratedUnknowns).map(({ id }) => id));

/** A log group whose unknown name comes from a resource is taken for the log group of that resource. */
const isPresumed = (data: readonly ResourceData[], { resource, path }: Place) =>
	LogGroup.tokens.includes(data[resource]?.type ?? "") && path[0] === "name";

/**
 * A value becomes unknown: a verdict stays or becomes undetermined. A pass in place of not-applicable is permitted: a rule may
 * pass before it knows whether it applies, such as on a distribution with an access log that may be disabled.
 */
export function hide(where: number): Relation {
	const placeIn = (data: readonly ResourceData[]): Place | undefined => {
		const places = placesOf(data).filter((place) => valueAt(data, place) !== UNKNOWN && !isPresumed(data, place));
		return places[Math.floor(where * places.length)];
	};
	return {
		kind: "hide",
		after(stack, form) {
			const data = dataOf(stack, form);
			const place = placeIn(data);
			return place && replaceAt(data, place, UNKNOWN);
		},
		differences(before, after) {
			const settled = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict !== "undetermined");
			const known = new Set(settled(before).map(({ rule, urn, verdict }) => `${rule} ${urn} ${verdict}`));
			return settled(after)
				.filter(({ rule, urn, verdict }) => !known.has(`${rule} ${urn} ${verdict}`))
				.filter(({ rule, verdict }) => !(verdict === "not-applicable" && tolerant.has(rule)))
				.filter(({ rule, urn, verdict }) => !(verdict === "pass" && known.has(`${rule} ${urn} not-applicable`)))
				.map((each) => `not supported by the known value: ${told(each)}`);
		},
		describe(stack, form) {
			const data = dataOf(stack, form);
			const place = placeIn(data);
			return place ? `unknown: ${data[place.resource]?.name}.${place.path.join(".")}` : "nothing to hide";
		},
	};
}

/** Another order of the resources: the same findings. */
function shuffle(by: number): Relation {
	return {
		kind: "shuffle",
		after: (stack, form) =>
			dataOf(stack, form)
				.map((each, index) => ({ each, order: by === 0 ? -index : (Math.imul(index + 1, Math.floor(by * 2 ** 31)) >>> 0) % 9973 }))
				.sort((one, other) => other.order - one.order)
				.map(({ each }) => each),
		differences: same,
		describe: () => "resources in another order",
	};
}

const UNRELATED: Stack = [
	{ type: "aws:s3/bucketV2:BucketV2", name: "zz-assets", inputs: { bucket: "zz-assets", tags: { Team: "web" } } },
	{ type: "aws:dynamodb/table:Table", name: "zz-carts", inputs: { hashKey: "id", attributes: [{ name: "id", type: "S" }] } },
	{ type: "aws:ec2/routeTable:RouteTable", name: "aa-routes", inputs: { vpcId: "vpc-0e5a" } },
	{ type: "random:index/randomPet:RandomPet", name: "aa-pet", inputs: { length: 2 } },
];

/** Resources that no rule reads and that reference nothing: the same findings on the others. */
const IRRELEVANT: Relation = {
	kind: "irrelevant",
	after: (stack, form) => dataOf([...UNRELATED.slice(0, 2), ...stack, ...UNRELATED.slice(2)], form),
	differences: same,
	describe: () => "with resources that no rule reads",
};

const MARK = "zq";

/** Another name with the words that rules read at its beginning or end: `scalekitClientSecret`, `aws-waf-logs-shop`. */
const otherName = (name: string) => (name.startsWith("aws-waf-logs-") ? `${name}-${MARK}` : `${MARK}-${name}`);

/** Every resource under another name: the same findings, under the new names. */
const RENAME: Relation = {
	kind: "rename",
	after: (stack, form) => dataOf(renamed(stack, otherName), form),
	differences: (before, after) =>
		unequal(
			before.map(told),
			after.map((each) => told(each).replaceAll(`${MARK}-`, "").replaceAll(`-${MARK}`, "")),
		),
	describe: () => `with "${MARK}-" before each name`,
};

const inRegion = (stack: Stack, region: string): Stack =>
	stack.map(({ provider: _, ...each }) => ({ ...each, inputs: each.type.startsWith("aws:") ? { ...each.inputs, region } : each.inputs }));

/** A copy of the stack in another Region, which the first one does not reference: the same findings on the first one. */
const REGION: Relation = {
	kind: "region",
	before: (stack) => inRegion(stack, "eu-west-1"),
	after(stack, form) {
		const copy = renamed(inRegion(stack, "ap-southeast-2"), (name) => `${name}-copy`);
		return dataOf([...inRegion(stack, "eu-west-1"), ...copy], form);
	},
	differences(before, after) {
		const own = new Set(before.map(({ urn }) => urn));
		const about = (findings: readonly Finding[]) => findings.filter(({ urn, type }) => own.has(urn) && type !== STACK.type).map(told);
		return unequal(about(before), about(after));
	},
	describe: () => "with a copy in another Region",
};
