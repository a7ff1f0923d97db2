import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { startStandIn } from "../test/support/aws-stand-in";
import { writtenBy } from "../test/support/emf";
import { startLedgerServer } from "../test/support/ledger";
import { startQueueServer } from "../test/support/queue";
import { deliveryOf, newSecret } from "../test/support/webhook-sender";
import { makeEvent } from "./faults/events";
import { Random } from "./faults/random";
import { median, type Row } from "./figures";

const NAMES = ["receiver", "worker", "poller", "publisher"];
const RATE = 200;
const SECONDS = 15;
const AT_ONCE = 16;
const COLD_STARTS = 9;

type Handler = (request: unknown) => Promise<{ statusCode: number }>;

/** The bundled receiver with its own DynamoDB and SQS servers: latency, cold start, and the size of all functions. */
export async function functions(root: string): Promise<readonly Row[]> {
	const secret = newSecret();
	const [ledgers, queues, aws] = await Promise.all([
		startLedgerServer(),
		startQueueServer(),
		startStandIn({ GetSecretValue: () => ({ SecretString: secret }) }),
	]);
	const bundle = join(root, "dist/functions/receiver/index.js");
	const environment = {
		AWS_REGION: "us-east-1",
		AWS_ACCESS_KEY_ID: "bench",
		AWS_SECRET_ACCESS_KEY: "bench",
		AWS_ENDPOINT_URL: aws.endpoint,
		AWS_ENDPOINT_URL_DYNAMODB: ledgers.endpoint,
		AWS_ENDPOINT_URL_SQS: queues.endpoint,
		POWERTOOLS_SERVICE_NAME: "auth",
		POWERTOOLS_METRICS_NAMESPACE: "ScalekitAuth",
		LEDGER_TABLE: (await ledgers.ledger()).name,
		QUEUE_URL: (await queues.queue()).url,
		SCALEKIT_WEBHOOK_SECRET_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook",
	};
	const before = { ...process.env };
	try {
		const requests = requestsSigned(secret);
		const coldStarts: number[] = [];
		for (let turn = 0; turn < COLD_STARTS; turn += 1) coldStarts.push(await coldStartOf(bundle, environment, requests()));
		Object.assign(process.env, environment);
		// Queue URLs have host names under "localhost".
		(await import("fauxqs")).interceptLocalhostDns();
		const { handler } = require(bundle) as { handler: Handler };
		const { result: latencies } = await writtenBy(async () => {
			await paced(handler, requests, 2);
			return paced(handler, requests, SECONDS);
		});
		const { result: throughput } = await writtenBy(() => unpaced(handler, requests, 5));
		return [
			{
				what: `receiver, 99th percentile at ${RATE} requests per second`,
				measured: percentile(latencies, 99),
				atMost: 50,
				unit: " ms",
				detail: `median ${percentile(latencies, 50).toFixed(1)} ms, including DynamoDB and SQS; ${throughput.toFixed(0)} per second at saturation`,
			},
			{
				what: "receiver, cold start work",
				measured: median(coldStarts),
				atMost: 300,
				unit: " ms",
				detail: "loading the bundle and the first response",
			},
			...NAMES.map((name) => ({
				what: `${name}, bundle`,
				measured: statSync(join(root, "dist/functions", name, "index.js")).size / 1024,
				atMost: 1024,
				unit: " KiB",
				detail: "without the SDK, which the runtime includes",
			})),
		];
	} finally {
		process.env = before;
		await Promise.all([ledgers.close(), queues.close(), aws.close()]);
	}
}

/** An endless sequence of deliveries, signed on demand. */
function requestsSigned(secret: string): () => unknown {
	const random = new Random(1);
	let made = 0;
	return () => {
		made += 1;
		const event = makeEvent(made, new Date(), random);
		return deliveryOf(secret, event.body, { id: `msg_${process.pid}_${made}` });
	};
}

/** Sends at a constant rate, independent of responses. @returns the latency of each in milliseconds */
async function paced(handler: Handler, next: () => unknown, seconds: number): Promise<readonly number[]> {
	const begun = performance.now();
	const answers: Promise<number>[] = [];
	for (let sent = 0; sent < RATE * seconds; sent += 1) {
		const wait = begun + (sent * 1000) / RATE - performance.now();
		if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
		answers.push(timed(handler, next()));
	}
	return Promise.all(answers);
}

/** Sends the next request after each response. @returns requests per second */
async function unpaced(handler: Handler, next: () => unknown, seconds: number): Promise<number> {
	const end = performance.now() + seconds * 1000;
	let answered = 0;
	const lane = async () => {
		while (performance.now() < end) {
			await timed(handler, next());
			answered += 1;
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
	return answered / seconds;
}

async function timed(handler: Handler, request: unknown): Promise<number> {
	const begun = performance.now();
	const { statusCode } = await handler(request);
	if (statusCode !== 201) throw new Error(`unexpected status ${statusCode}`);
	return performance.now() - begun;
}

function percentile(figures: readonly number[], percent: number): number {
	const sorted = [...figures].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

const COLD = `
	import("fauxqs").then(async ({ interceptLocalhostDns }) => {
		interceptLocalhostDns();
		const begun = performance.now();
		const { handler } = require(process.argv[1]);
		const { statusCode } = await handler(JSON.parse(process.argv[2]));
		process.stderr.write(statusCode === 201 ? String(performance.now() - begun) : "status " + statusCode);
		process.exit();
	});
`;

/** Milliseconds from before loading the bundle until the first response, in a separate process. */
async function coldStartOf(bundle: string, environment: Readonly<Record<string, string>>, request: unknown): Promise<number> {
	const { stderr } = await promisify(execFile)(process.execPath, ["--no-warnings", "-e", COLD, bundle, JSON.stringify(request)], {
		cwd: dirname(bundle),
		env: { ...process.env, ...environment },
	});
	const measured = Number(stderr.trim().split("\n").at(-1));
	if (!(measured > 0)) throw new Error(`the receiver did not start: ${stderr}`);
	return measured;
}
