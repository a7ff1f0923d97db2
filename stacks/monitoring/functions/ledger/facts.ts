import { BatchGetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Fact, keyOf } from "./fact";
import { isLate, markLate } from "./late-windows";
import { ifAllowed, inDays, itemsIn, type Table } from "./table";
import { type Window, windowOf } from "./window";

/** Days that facts are kept: a day longer than CloudWatch takes datapoints of the past (CloudWatch, API Reference: PutMetricData, two weeks). */
const DAYS = 15;
/** Writes at the same time: fewer than there are connections (50 by the SDK's default), since waiting for a free one counts as not connecting. */
const AT_ONCE = 25;
/** What one BatchGetItem may ask for (DynamoDB, API Reference: BatchGetItem). */
const BATCH = 100;

/** A fact as the ledger holds it: of what counts, without the time to the second. */
export type CountedFact = Omit<Fact, "at" | "source">;

/**
 * Puts facts into the ledger, each at most once, and says which were new.
 *
 * A fact of a window that is over is announced before it is put, so that whoever dies in between leaves an announcement too many and never one
 * too few. Where a fact is in the ledger already, its first window stands.
 */
export async function record(table: Table, facts: readonly Fact[], now: Date): Promise<readonly Fact[]> {
	const late = new Set(facts.map(({ at }) => windowOf(at)).filter((window) => isLate(window, now)));
	for (const some of chunks([...late], AT_ONCE)) await Promise.all(some.map((window) => markLate(table, window, now)));
	const news: Fact[] = [];
	for (const some of chunks(facts, AT_ONCE)) {
		const outcomes = await Promise.all(some.map((fact) => put(table, fact, now)));
		news.push(...some.filter((_, index) => outcomes[index] === "written"));
	}
	return news;
}

function put(table: Table, fact: Fact, now: Date): Promise<"written" | "refused"> {
	const { at, source: _, ...counted } = fact;
	const command = new PutCommand({
		TableName: table.name,
		Item: { id: keyOf(fact), window: windowOf(at), ...counted, expires: inDays(now, DAYS) },
		ConditionExpression: "attribute_not_exists(id)",
	});
	return ifAllowed(table.client.send(command));
}

/**
 * The facts that are not in the ledger yet; a cheap look before `record`, for readers that read the same rows often. It may be behind, which
 * costs a refused write and nothing else.
 */
export async function notYetRecorded(table: Table, facts: readonly Fact[]): Promise<readonly Fact[]> {
	const known = new Set<string>();
	for (const keys of chunks([...new Set(facts.map(keyOf))], BATCH)) {
		let asked: readonly string[] = keys;
		while (asked.length > 0) {
			const { Responses, UnprocessedKeys } = await table.client.send(
				new BatchGetCommand({
					RequestItems: { [table.name]: { Keys: asked.map((id) => ({ id })), ProjectionExpression: "id" } },
				}),
			);
			for (const { id } of Responses?.[table.name] ?? []) known.add(id);
			asked = (UnprocessedKeys?.[table.name]?.Keys ?? []).map(({ id }) => id);
		}
	}
	return facts.filter((fact) => !known.has(keyOf(fact)));
}

/** Every fact of a window, page by page. The index may be behind by a moment; whoever publishes asks again. */
export function factsOf(table: Table, window: Window): AsyncGenerator<CountedFact> {
	return itemsIn<CountedFact>(table, window);
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
