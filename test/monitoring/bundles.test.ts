import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { build } from "esbuild";
import { NAMESPACE } from "../../signals/metric";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { startStandIn } from "../support/aws-stand-in";
import { type LedgerServer, startLedgerServer } from "../support/ledger";
import { ROOT } from "../support/pack-client";
import { type Queue, type QueueServer, startQueueServer } from "../support/queue";
import { temporaryFolder } from "../support/temporary";
import { deliveryOf, newSecret } from "../support/webhook-sender";
import { exampleOf } from "./worker/examples";
import { holdingsOf } from "./worker/worker";

const MEGABYTE = 1024 * 1024;
const SECRET = newSecret();
const FUNCTIONS = ["receiver", "worker"] as const;
const folder = temporaryFolder();

type FunctionName = (typeof FUNCTIONS)[number];

const bundleOf = (name: FunctionName) => join(folder, `${name}.js`);

let ledgers: LedgerServer;
let queues: QueueServer;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let table: Table;
let queue: Queue;

beforeAll(async () => {
	[ledgers, queues, standIn] = await Promise.all([
		startLedgerServer(),
		startQueueServer(),
		startStandIn({
			GetSecretValue: ({ VersionStage }) =>
				VersionStage === "AWSCURRENT" ? { SecretString: SECRET } : { __type: ResourceNotFoundException.name },
			GenerateMac: () => ({ Mac: Buffer.alloc(32, 7).toString("base64") }),
		}),
	]);
	[table, queue] = await Promise.all([ledgers.ledger(), queues.queue()]);
	await Promise.all(FUNCTIONS.map(bundle));
});
afterAll(() => Promise.all([ledgers.close(), queues.close(), standIn.close()]));

/** Bundles a function as the build does: the SDK is the runtime's. */
function bundle(name: FunctionName) {
	return build({
		entryPoints: [join(ROOT, "stacks", "monitoring", "functions", name, "handler.ts")],
		outfile: bundleOf(name),
		bundle: true,
		platform: "node",
		target: "node20",
		minify: true,
		external: ["@aws-sdk/*", "@smithy/*"],
	});
}

/** Gives an event to a bundle's handler in a new process, with the environment that the deployment gives it; what it answered and wrote. */
async function run(name: FunctionName, event: unknown) {
	const program = `
		const work = async () => {
			(await import("fauxqs")).interceptLocalhostDns(); // its queues' addresses are names under "localhost"
			const { handler } = require(${JSON.stringify(bundleOf(name))});
			return { answer: await handler(${JSON.stringify(event)}) };
		};
		work().then((outcome) => console.log(JSON.stringify(outcome)));
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
		cwd: ROOT,
		timeout: 20_000,
		env: {
			PATH: process.env.PATH,
			NODE_PATH: join(ROOT, "node_modules"),
			AWS_REGION: "us-east-1",
			AWS_ACCESS_KEY_ID: "test",
			AWS_SECRET_ACCESS_KEY: "test",
			AWS_ENDPOINT_URL: standIn.endpoint,
			AWS_ENDPOINT_URL_DYNAMODB: ledgers.endpoint,
			AWS_ENDPOINT_URL_SQS: queues.endpoint,
			POWERTOOLS_SERVICE_NAME: "auth",
			POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
			LEDGER_TABLE: table.name,
			QUEUE_URL: queue.url,
			SCALEKIT_WEBHOOK_SECRET_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook",
			HASH_KEY_ARN: "arn:aws:kms:us-east-1:123456789012:key/hash",
		},
	});
	return stdout
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}

test("the receiver and the worker, as they are deployed, take a delivery from the API to the ledger", async () => {
	const body = JSON.stringify(exampleOf("user.login", { occurred_at: new Date().toISOString() }));
	const [metric, received] = await run("receiver", deliveryOf(SECRET, body, { id: "msg_1" }));
	expect(received).toEqual({ answer: { statusCode: 201 } });
	expect(metric).toMatchObject({ service: "auth", WebhookAccepted: 1, _aws: { CloudWatchMetrics: [{ Namespace: NAMESPACE }] } });

	const batch = await queue.receive();
	expect(batch.Records).toHaveLength(1);
	expect(await run("worker", batch)).toEqual([{ answer: { batchItemFailures: [] } }]);
	const { entries, deliveries, countries } = await holdingsOf(table);
	expect(entries.map(({ type }) => type)).toEqual(["event.handled", "session.started"]);
	expect(deliveries).toEqual([expect.objectContaining({ id: "delivery#msg_1", state: "done" })]);
	expect(countries).toEqual([expect.objectContaining({ id: expect.stringMatching(/^countries#[\w-]{22}$/) })]);

	const [again] = await run("receiver", deliveryOf(SECRET, body, { id: "msg_1" }));
	expect(again).toMatchObject({ WebhookDuplicate: 1 });
});

test.each(FUNCTIONS)("the %s's bundle is at most a megabyte", (name) => {
	expect(statSync(bundleOf(name)).size).toBeLessThanOrEqual(MEGABYTE);
});
