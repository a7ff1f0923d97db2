import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { METRICS } from "../../signals";
import { authEvents } from "../../signals/emit";
import { NAMESPACE, SERVICE, WINDOW_SECONDS } from "../../signals/metric";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { logOf } from "../../stacks/monitoring/functions/logger";
import { metricsWriter } from "../../stacks/monitoring/functions/metrics-writer";
import { receive } from "../../stacks/monitoring/functions/receiver/receive";
import type { Request } from "../../stacks/monitoring/functions/receiver/request";
import { signingKeyOf } from "../../stacks/monitoring/functions/receiver/signing-key";
import { processDelivery } from "../../stacks/monitoring/functions/worker/process-delivery";
import { logEntryOf, matches } from "../support/access-log";
import { collectMonitoring } from "../support/collect-monitoring";
import { ofType } from "../support/collected";
import { type Datapoint, writtenBy } from "../support/emf";
import { type LedgerServer, startLedgerServer } from "../support/ledger";
import { metricsUsedBy, type Use } from "../support/metrics-used";
import { LEAST } from "../support/monitoring-args";
import { type ScalekitServer, startScalekitServer } from "../support/scalekit-server";
import { WatchedLogins } from "../support/watched-logins";
import { deliveryOf, newSecret } from "../support/webhook-sender";

/** The name of the monitoring, here and in {@link WatchedLogins}. */
const NAME = "auth";
const SECRET = newSecret();

/** A metric with its dimensions: the identity of a CloudWatch series. */
type Series = Pick<Use, "namespace" | "name" | "dimensions">;
const textOf = ({ namespace, name, dimensions }: Series) =>
	[namespace, name, ...Object.entries(dimensions).map(([key, value]) => `${key}=${value}`)].sort().join(" ");

let ledgers: LedgerServer;
let scalekit: ScalekitServer;
let stack: Awaited<ReturnType<typeof collectMonitoring>>;
let emitted: readonly Datapoint[];

beforeAll(async () => {
	[ledgers, scalekit] = await Promise.all([startLedgerServer(), startScalekitServer()]);
	stack = await collectMonitoring({ ...LEAST, name: NAME, application: { emits: true } }, "state");
	const table = await ledgers.ledger();
	emitted = [...(await deliveries(table)), ...(await loginsAndTotals(table)), ...(await ofTheApplication()), ...throttled()];
});
afterAll(() => Promise.all([ledgers.close(), scalekit.close()]));

const emit = metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: NAME }));
const log = logOf(new Logger({ serviceName: NAME }));

const event = (id: string, type: string, data: object) =>
	JSON.stringify({
		spec_version: "1",
		id,
		type,
		object: "User",
		occurred_at: new Date().toISOString(),
		environment_id: "env_1",
		data,
	});

/** All responses of the receiver, and the worker's entries of accepted deliveries. */
async function deliveries(table: Table): Promise<readonly Datapoint[]> {
	const key = signingKeyOf(SECRET);
	if (!key) throw new Error("the tests' secret is invalid");
	const keys = { cached: async () => [key], refetched: async () => [key] };
	const queued: { id: string; body: string }[] = [];
	const surroundings = {
		now: () => new Date(),
		keys,
		table,
		enqueue: async (each: (typeof queued)[number]) => queued.push(each),
		metrics: emit,
		log,
	};
	const worker = { now: () => new Date(), table, hash: async (account: string) => account, log };
	const body = event("evt_1", "user.login", {
		user: { id: "usr_1" },
		user_session: { device: { location: { region: "IN" } } },
	});
	const good = deliveryOf(SECRET, body, { id: "msg_1" });
	const wrong: readonly Request[] = [
		{ ...good, headers: { ...good.headers, "content-type": "text/plain" } },
		{ ...good, body: "x".repeat(300_000) },
		{ ...good, headers: { ...good.headers, "webhook-id": undefined } },
		{ ...good, headers: { ...good.headers, "webhook-timestamp": "now" } },
		deliveryOf(SECRET, body, { at: new Date(0) }),
		deliveryOf(newSecret(), body),
		deliveryOf(SECRET, "no json"),
	];
	const { datapoints } = await writtenBy(async () => {
		await receive(good, surroundings);
		for (const each of queued) await processDelivery(each, worker);
		for (const each of [good, ...wrong]) await receive(each, surroundings);
		await receive(deliveryOf(SECRET, body), { ...surroundings, enqueue: () => Promise.reject(new Error("the queue is away")) });
		await processDelivery({ id: "msg_2", body: event("evt_2", "user.teleported", {}) }, worker);
	});
	return datapoints;
}

/** Logins read by the poller, and the publisher's totals of them and of the events. */
async function loginsAndTotals(table: Table): Promise<readonly Datapoint[]> {
	const logins = new WatchedLogins(scalekit, table);
	logins.row("r1", 3, "FAILED");
	logins.row("r2", 4, "SUCCESS");
	scalekit.suffer({ kind: "status", status: 429 }, 1);
	await logins.poll();
	await logins.publish();
	return logins.datapoints;
}

async function ofTheApplication(): Promise<readonly Datapoint[]> {
	const { datapoints } = await writtenBy(() => {
		const events = authEvents(NAME);
		for (const tell of Object.values(events)) tell();
	});
	return datapoints;
}

/** The metric filter's datapoint for a throttled delivery's access log line. */
function throttled(): readonly Datapoint[] {
	const line = logEntryOf(stack, { "$context.status": "429" });
	const taken = logEntryOf(stack, { "$context.status": "201" });
	return [...ofType(stack, "aws:cloudwatch/logMetricFilter:LogMetricFilter").values()].flatMap(({ inputs }) => {
		const { pattern, metricTransformation } = inputs as {
			pattern: string;
			metricTransformation: { namespace: string; name: string; unit: string; value: string; dimensions: Record<string, string> };
		};
		if (!matches(pattern, line) || matches(pattern, taken)) return [];
		const { namespace, name, unit, value, dimensions } = metricTransformation;
		const resolved = Object.fromEntries(Object.entries(dimensions).map(([key, path]) => [key, String(line[path.replace("$.", "")])]));
		return { namespace, name, unit, values: [Number(value)], dimensions: resolved, timestamp: new Date() };
	});
}

it("all metrics of alarms and widgets are published with exactly these dimensions", () => {
	const series = new Set(emitted.map(textOf));
	const own = metricsUsedBy(stack).filter(({ namespace }) => namespace === NAMESPACE);
	const byType = (use: Use) => "connectionType" in use.dimensions && use.dimensions["connectionType"] !== "SAML";
	const missing = own.filter((use) => !byType(use) && !series.has(textOf(use))).map((use) => `${use.by}: ${textOf(use)}`);
	expect(own.length).toBeGreaterThan(40);
	expect(missing).toEqual([]);
});

it("what is emitted is what the signals say: names, units, sets of dimensions, and none is missing", () => {
	const said = METRICS.flatMap(({ name, unit, dimensionSets }) => dimensionSets.map((set) => `${name} ${unit} ${[...set].sort().join()}`));
	const seen = emitted.map(({ name, unit, dimensions }) => `${name} ${unit} ${Object.keys(dimensions).sort().join()}`);
	expect([...new Set(seen)].sort()).toEqual([...said].sort());
	expect(new Set(emitted.map(({ namespace, dimensions }) => `${namespace} ${dimensions[SERVICE]}`))).toEqual(
		new Set([`${NAMESPACE} ${NAME}`]),
	);
});

it("totals lie at the starts of windows, which alarms and widgets never split", () => {
	const totals = new Set(METRICS.filter(({ statistic, name }) => statistic === "Maximum" && name !== "PollerLag").map(({ name }) => name));
	const ofWindows = emitted.filter(({ name }) => totals.has(name));
	expect(ofWindows.length).toBeGreaterThan(0);
	expect(ofWindows.filter(({ timestamp }) => timestamp.getTime() % (WINDOW_SECONDS * 1000) !== 0)).toEqual([]);
	const uses = metricsUsedBy(stack).filter(({ name, namespace }) => namespace === NAMESPACE && totals.has(name));
	expect(uses.filter(({ statistic, period }) => statistic !== "Maximum" || period % WINDOW_SECONDS !== 0)).toEqual([]);
});
