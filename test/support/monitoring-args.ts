import type { AuthMonitoringArgs } from "../../stacks/monitoring/options";
import { type Chosen, pairwise } from "./pairwise";

/** The required options. */
export const LEAST: AuthMonitoringArgs = {
	scalekit: { environmentUrl: "https://shop.scalekit.com" },
	alerts: { emails: ["on-call@example.com"] },
};

const PAGE = "arn:aws:sns:eu-west-1:123456789012:page";
const NOTIFY = "arn:aws:sns:eu-west-1:123456789012:notify";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1c0b1d3e-0000-4000-8000-000000000001";
const BALANCER = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188";
const PAGER = "https://events.pagerduty.com/integration/0123456789/enqueue";
const SLACK = { teamId: "T0123ABCD", channelId: "C0123ABCD" };
const ALL_TO = (topic: "page" | "notify") => ({ critical: topic, high: topic, medium: topic, low: topic });

const CHOICES = {
	receiver: [true, false],
	poller: [true, false],
	dashboard: [true, false],
	queries: [true, false],
	runbook: ["made", "own", "both"],
	rollback: [true, false],
	places: [
		{ emails: ["on-call@example.com", "second@example.com"] },
		{ pagerUrl: PAGER },
		{ slack: SLACK },
		{ emails: ["on-call@example.com"], pagerUrl: PAGER, slack: SLACK },
		{ emails: ["on-call@example.com"], topics: { page: PAGE } },
		{ topics: { page: PAGE, notify: NOTIFY } },
	],
	severities: [{}, ALL_TO("notify"), ALL_TO("page")],
	keyArn: [undefined, KEY],
	logGroups: [{}, { receiver: "/shop/receiver", poller: "/shop/poller", access: "/shop/access" }],
	emits: [false, true],
	webAcl: [undefined, { scope: "REGIONAL", resourceArn: BALANCER }, { scope: "CLOUDFRONT", loginPaths: ["/in"], callbackPaths: ["/in"] }],
	more: [{}, { region: "eu-central-1", tags: { team: "login" }, permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary" }],
	alarms: [{}, { "failed-login-rate": false, "no-successful-logins": false, "new-country": false }],
} as const;

type Combination = Chosen<typeof CHOICES>;

/** Combinations of options in which every two meet that may: something must be watched, and an alarm must be there that takes a flag back. */
export const COMBINATIONS: readonly Combination[] = pairwise(
	CHOICES,
	({ receiver, poller, rollback, alarms = {} }) =>
		(receiver === false && poller === false) || (rollback === true && (poller === false || "no-successful-logins" in alarms)),
);

/** Whether a result depends on another stack: one that created a given resource, or one that counts failed logins. */
export function leavesToOthers({ poller, places, keyArn, logGroups }: Combination): boolean {
	return !poller || "topics" in places || keyArn !== undefined || "receiver" in logGroups;
}

export function argsOf(chosen: Combination): AuthMonitoringArgs {
	const { receiver, poller, dashboard, queries, runbook, rollback, places, severities, keyArn, logGroups, emits, webAcl, more, alarms } =
		chosen;
	const args: AuthMonitoringArgs = {
		...LEAST,
		...structuredClone({ ...more, logGroups, alarms, alerts: { ...places, severities } } as unknown as AuthMonitoringArgs),
		parts: { receiver, poller, dashboard, queries, rollback, runbook: runbook !== "own" },
		...(runbook === "made" ? {} : { runbookUrl: "https://wiki.example.com/runbooks/login" }),
		encryption: keyArn ? { keyArn } : {},
		application: { emits },
		...(webAcl ? { webAcl: structuredClone(webAcl) as unknown as NonNullable<AuthMonitoringArgs["webAcl"]> } : {}),
	};
	// What is given is in the Region of the monitoring: CloudWatch refuses topics of another one.
	return "region" in more ? JSON.parse(JSON.stringify(args).replaceAll(":eu-west-1:", `:${more.region}:`)) : args;
}
