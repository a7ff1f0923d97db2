import { NAMESPACE } from "../../../signals/metric";
import { startStandIn } from "../../support/aws-stand-in";
import { type Datapoint, writtenBy } from "../../support/emf";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type ScalekitServer, startScalekitServer } from "../../support/scalekit-server";

type Handler = (event: unknown, context: { getRemainingTimeInMillis(): number }) => Promise<void>;

const context = { getRemainingTimeInMillis: () => 50_000 };
const environment = { ...process.env };

let ledgers: LedgerServer;
let scalekit: ScalekitServer;
let aws: Awaited<ReturnType<typeof startStandIn>>;
let poller: Handler;
let publisher: Handler;

beforeAll(async () => {
	[ledgers, scalekit, aws] = await Promise.all([
		startLedgerServer(),
		startScalekitServer(),
		startStandIn({
			GetSecretValue: () => ({
				SecretString: JSON.stringify({ client_id: scalekit.credentials.clientId, client_secret: scalekit.credentials.clientSecret }),
			}),
			GenerateMac: () => ({ Mac: Buffer.alloc(32, 7).toString("base64") }),
		}),
	]);
	Object.assign(process.env, {
		AWS_REGION: "us-east-1",
		AWS_ACCESS_KEY_ID: "test",
		AWS_SECRET_ACCESS_KEY: "test",
		AWS_ENDPOINT_URL: aws.endpoint,
		AWS_ENDPOINT_URL_DYNAMODB: ledgers.endpoint,
		POWERTOOLS_SERVICE_NAME: "auth",
		POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
		COUNTER_SOURCES: "poller",
		LEDGER_TABLE: (await ledgers.ledger()).name,
		SCALEKIT_ENVIRONMENT_URL: scalekit.url,
		SCALEKIT_CREDENTIALS_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:credentials",
		HASH_KEY_ARN: "arn:aws:kms:us-east-1:123456789012:key/hash",
	});
	// Only now, since a handler reads its environment when it is loaded.
	poller = require("../../../stacks/monitoring/functions/poller/handler").handler;
	publisher = require("../../../stacks/monitoring/functions/publisher/handler").handler;
});
afterAll(async () => {
	process.env = environment;
	await Promise.all([ledgers.close(), scalekit.close(), aws.close()]);
});

const totalOf = (datapoints: readonly Datapoint[], wanted: string) =>
	datapoints.filter(({ name, dimensions }) => name === wanted && dimensions["service"] === "auth" && !("connectionType" in dimensions));

test("the two functions, wired as they are deployed, take a failed login from Scalekit to a metric", async () => {
	scalekit.rows.push({
		auth_request_id: "r1",
		status: "FAILED",
		timestamp: new Date(Date.now() - 30_000).toISOString(),
		email: "ada@customer.example",
		connection_type: "OIDC",
	});
	scalekit.suffer({ kind: "status", status: 429 }, 1);
	const polled = await writtenBy(() => poller({}, context));
	expect(polled.lines).toEqual([
		expect.objectContaining({ event: "login.failed", service: "auth", connectionType: "OIDC", authRequestId: "r1" }),
		expect.objectContaining({ event: "poll.finished", outcome: "complete" }),
	]);
	expect(totalOf(polled.datapoints, "PollerThrottled")).toHaveLength(1);

	const { datapoints, text } = await writtenBy(() => publisher({}, context));
	expect(totalOf(datapoints, "LoginFailed").flatMap(({ values }) => values)).toContain(1);
	expect(totalOf(datapoints, "PollerLag").every(({ values: [lag = Number.NaN] }) => lag < 60)).toBe(true);
	expect(polled.text + text).not.toMatch(/customer\.example|token-\d|a secret/);
});

test("both end in order where Lambda leaves them no time", async () => {
	const late = { getRemainingTimeInMillis: () => 7_000 };
	const { lines } = await writtenBy(() => poller({}, late));
	expect(lines).toEqual([expect.objectContaining({ event: "poll.finished", outcome: "out-of-time", level: "WARN" })]);
	const { datapoints } = await writtenBy(() => publisher({}, late));
	expect(totalOf(datapoints, "LoginFailed")).toHaveLength(3);
});
