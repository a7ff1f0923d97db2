import type { Door, Verdict } from "./compare";

/** Findings of which two doors say something else, and why that is right. */
export interface Difference {
	readonly reason: string;
	readonly subject: string;
	readonly doors: readonly Door[];
	/** What the reference says. */
	readonly from: Verdict;
	readonly to: Verdict;
	/** Rule and resource, as `Said` has them. */
	readonly findings: readonly string[];
}

const PREDICTED = "unknown at a preview, decided with predicted outputs";
const HIDDEN_DOCUMENT = "a document that holds a Pulumi secret is a secret as a whole, and is not shown";
const SHOWN = "what a secret under a harmless name holds is decided where its value is shown";
const ANSWERED = "what AWS answers of a resource that is only read is known once the stack exists";
const NOT_SENT = "what AWS answers of a resource that is only read is in a state, and the engine never sends it to a pack";
const REFRESHED =
	"no request of policy analyze says that a resource is only read: it is seen by having no inputs, which pulumi refresh fills in";
/** The one case in which a failure is a pass elsewhere. */
export const HIDDEN_REFERENCE =
	"a Pulumi secret under a secret's name fails where its value is not shown, and passes where it is shown to be a reference";

/** Doors that come before the first update and have no predicted outputs. */
const ONE_RUN: readonly Door[] = ["one run", "preview JSON", "real preview JSON"];
/** Doors that show no secret. */
const WITHOUT_SECRETS: readonly Door[] = ["preview JSON", "real preview JSON", "real state", "real policy analyze without the passphrase"];
/** Doors that have the outputs of resources that are only read. */
const AFTERWARDS: readonly Door[] = [
	"real state",
	"real state with secrets",
	"real policy analyze",
	"real policy analyze without the passphrase",
];
/** Doors that get secrets to see. */
const WITH_SECRETS: readonly Door[] = [
	"pack at a preview",
	"real preview",
	"real preview after the update",
	"real state with secrets",
	"real policy analyze",
];

const document = "aws:ecs/taskDefinition:TaskDefinition::secret-document";
const app = "aws:ecs/taskDefinition:TaskDefinition::app";
const monitoring = (name: string) => `scalekit-readiness:monitoring:AuthMonitoring$aws:lambda/function:Function::shop-auth-${name}`;
const automation = (name: string) => `scalekit-readiness:monitoring:AuthMonitoring$aws:ssm/document:Document::shop-auth-${name}`;
const lambda = "aws:lambda/function:Function::";
const publicListeners = (name: string) => [
	`http-listener-redirects aws:lb/listener:Listener::${name}-http`,
	`listener-tls-version aws:lb/listener:Listener::${name}-https`,
];

export const differences: readonly Difference[] = [
	{
		reason: PREDICTED,
		subject: "ready",
		doors: ONE_RUN,
		from: "pass",
		to: "undetermined",
		findings: [
			`ecs-log-group-explicit ${app}`,
			`no-plaintext-secret ${app}`,
			`scalekit-environment-is-production ${app}`,
			`scalekit-secret-by-reference ${app}`,
			"no-plaintext-secret aws:lambda/function:Function::webhook",
			"scalekit-secret-by-reference aws:lambda/function:Function::webhook",
		],
	},
	{
		reason: PREDICTED,
		subject: "broken",
		doors: ONE_RUN,
		from: "pass",
		to: "undetermined",
		findings: ["no-plaintext-secret aws:lambda/function:Function::webhook"],
	},
	{
		reason: PREDICTED,
		subject: "monitored-service",
		doors: ONE_RUN,
		from: "pass",
		to: "undetermined",
		findings: [
			"alarm-topic-policy aws:sns/topic:Topic::notify",
			"alarm-topic-policy aws:sns/topic:Topic::page",
			"no-plaintext-secret aws:lambda/function:Function::app",
			"scalekit-secret-by-reference aws:lambda/function:Function::app",
			...["poller", "publisher", "receiver", "worker"].map((name) => `no-plaintext-secret ${monitoring(name)}`),
			...["poller", "receiver"].map((name) => `scalekit-secret-by-reference ${monitoring(name)}`),
			...["runbook", "switch"].map((name) => `no-plaintext-secret ${automation(name)}`),
		],
	},
	{
		reason: PREDICTED,
		subject: "awsx sound",
		doors: ONE_RUN,
		from: "pass",
		to: "undetermined",
		findings: [
			"FargateTaskDefinition$aws:ecs/taskDefinition:TaskDefinition::task",
			"FargateService$awsx:ecs:FargateTaskDefinition$aws:ecs/taskDefinition:TaskDefinition::app",
		].map((name) => `scalekit-secret-by-reference awsx:ecs:${name}`),
	},
	{
		reason: HIDDEN_DOCUMENT,
		subject: "secrets",
		doors: WITHOUT_SECRETS,
		from: "fail",
		to: "undetermined",
		findings: [`no-plaintext-secret ${document}`],
	},
	{
		reason: HIDDEN_DOCUMENT,
		subject: "secrets",
		doors: WITHOUT_SECRETS,
		from: "not-applicable",
		to: "undetermined",
		findings: ["ecs-log-group-explicit", "scalekit-environment-is-production", "scalekit-secret-by-reference"].map(
			(rule) => `${rule} ${document}`,
		),
	},
	{
		reason: HIDDEN_REFERENCE,
		subject: "secrets",
		doors: WITH_SECRETS,
		from: "fail",
		to: "pass",
		findings: ["no-plaintext-secret aws:lambda/function:Function::API_TOKEN"],
	},
	{
		reason: SHOWN,
		subject: "secrets",
		doors: WITH_SECRETS,
		from: "undetermined",
		to: "pass",
		findings: [
			...["DB_PASSWORD_HASH", "DB_SECRET_ARN", "DB_SECRET_NAME", "SCALEKIT_CLIENT_ID"].map(
				(name) => `no-plaintext-secret ${lambda}${name}`,
			),
			...["SCALEKIT_CLIENT_SECRET_ARN", "SCALEKIT_CLIENT_SECRET_NAME"].flatMap((name) =>
				["no-plaintext-secret", "scalekit-secret-by-reference"].map((rule) => `${rule} ${lambda}${name}`),
			),
		],
	},
	{
		reason: ANSWERED,
		subject: "reading",
		doors: AFTERWARDS,
		from: "undetermined",
		to: "not-applicable",
		findings: [
			...["hsts", "listener-tls-version"].map((rule) => `${rule} aws:lb/listener:Listener::inside-https`),
			"http-listener-redirects aws:lb/listener:Listener::inside-http",
			"http-listener-redirects aws:lb/listenerRule:ListenerRule::inside-rule",
		],
	},
	{
		reason: ANSWERED,
		subject: "reading",
		doors: AFTERWARDS,
		from: "undetermined",
		to: "fail",
		findings: [...publicListeners("outside"), "http-listener-redirects aws:lb/listenerRule:ListenerRule::outside-rule"],
	},
	{
		reason: NOT_SENT,
		subject: "read-only.state.json",
		doors: ["pack at an update"],
		from: "fail",
		to: "silent",
		findings: [...publicListeners("public"), ...publicListeners("refreshed")],
	},
	{
		reason: REFRESHED,
		subject: "read-only.state.json",
		doors: ["pack in policy analyze", "real policy analyze"],
		from: "silent",
		to: "fail",
		findings: [
			"load-balancer-access-logs aws:lb/loadBalancer:LoadBalancer::refreshed",
			"log-group-expires aws:cloudwatch/logGroup:LogGroup::refreshed",
		],
	},
];
