import * as pulumi from "@pulumi/pulumi";
import { optionsFromConfig, orStop } from "../../../stacks/monitoring/config";
import { OptionsError, parseOptions } from "../../../stacks/monitoring/option/explain";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { LEAST } from "../../support/monitoring-args";

/** The lines that are said of options. */
function problemsOf(given: unknown): readonly string[] {
	try {
		parseOptions(optionsSchema, given);
		return [];
	} catch (error) {
		if (error instanceof OptionsError) return error.problems;
		throw error;
	}
}

const ALERTS = { emails: ["on-call@example.com"] };
const BALANCER = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1";
const NO_ALARM_FOR_ROLLBACK =
	"parts.rollback: has no alarm to monitor: it requires parts.poller and one of the alarms failed-login-rate, no-successful-logins; otherwise set it to false";
const NAME = "name: must be 3 to 32 lower-case letters, digits and hyphens, starting with a letter, but not with aws, amazon or amzn";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:alerts";

describe("options", () => {
	it("need an environment and one place to alert, and nothing else", () => {
		expect(problemsOf(LEAST)).toEqual([]);
	});

	it("have every default that the schema declares", () => {
		const { name, retentionDays, parts, thresholds, alerts } = parseOptions(optionsSchema, LEAST);
		expect({ name, retentionDays, parts, rate: thresholds["failed-login-rate"], severities: alerts.severities }).toEqual({
			name: "scalekit-auth",
			retentionDays: 365,
			parts: { receiver: true, poller: true, dashboard: true, queries: true, runbook: true, rollback: true },
			rate: 50,
			severities: { critical: "page", high: "page", medium: "notify", low: "notify" },
		});
	});

	it.each<[string, unknown, readonly string[]]>([
		["nothing at all", undefined, ["the options: is missing; it must be an object"]],
		["no environment", { alerts: ALERTS }, ['scalekit: is missing; it must be an object with "environmentUrl"']],
		[
			"an environment without its address",
			{ ...LEAST, scalekit: {} },
			["scalekit.environmentUrl: is missing; it must be https:// and a host without a path, such as https://shop.scalekit.com"],
		],
		[
			"an address with a slash at its end",
			{ ...LEAST, scalekit: { environmentUrl: "https://shop.scalekit.com/" } },
			["scalekit.environmentUrl: must be https:// and a host without a path, such as https://shop.scalekit.com"],
		],
		["no recipient of alerts", { ...LEAST, alerts: {} }, ["alerts: has no recipient: set emails, pagerUrl or slack, or both topics"]],
		[
			"recipients with both topics given",
			{ ...LEAST, alerts: { ...ALERTS, topics: { page: TOPIC, notify: TOPIC } } },
			["alerts: has both topics: add subscriptions for emails, pagerUrl and slack where these topics are defined"],
		],
		["a misspelled key", { ...LEAST, retentionDay: 30 }, ['retentionDay: unknown option; did you mean "retentionDays"?']],
		[
			"a misspelled nested key",
			{ ...LEAST, alerts: { ...ALERTS, pagerURL: "https://example.com/x" } },
			['alerts.pagerURL: unknown option; did you mean "pagerUrl"?'],
		],
		[
			"an alarm of another name",
			{ ...LEAST, alarms: { "new-contry": false } },
			['alarms.new-contry: unknown option; did you mean "new-country"?'],
		],
		["a key like no other", { ...LEAST, ledger: { xyzzy: 1 } }, ["ledger.xyzzy: unknown option; valid are deletionProtection"]],
		[
			"a share beyond all",
			{ ...LEAST, thresholds: { "failed-login-rate": 400 } },
			["thresholds.failed-login-rate: must be an integer from 1 to 100"],
		],
		[
			"nothing to watch",
			{ ...LEAST, parts: { receiver: false, poller: false } },
			["parts: disables all data sources: receiver or poller must be true"],
		],
		["a flag without an alarm, because the poller is disabled", { ...LEAST, parts: { poller: false } }, [NO_ALARM_FOR_ROLLBACK]],
		[
			"a flag that no alarm takes back, since they are off",
			{ ...LEAST, alarms: { "failed-login-rate": false, "no-successful-logins": false } },
			[NO_ALARM_FOR_ROLLBACK],
		],
		["a name that is too long for its roles", { ...LEAST, name: "a".repeat(33) }, [NAME]],
		["a name of two letters", { ...LEAST, name: "ab" }, [NAME]],
		["a name that AWS keeps for itself", { ...LEAST, name: "aws-logins" }, [NAME]],
		["another one that AWS keeps for itself", { ...LEAST, name: "amazon-logins" }, [NAME]],
		[
			"no runbook",
			{ ...LEAST, parts: { runbook: false } },
			["runbookUrl: is required if parts.runbook is false: every alarm links to a runbook"],
		],
		["a web ACL for nothing", { ...LEAST, webAcl: { scope: "REGIONAL" } }, ["webAcl.resourceArn: is required with the scope REGIONAL"]],
		[
			"a load balancer at CloudFront",
			{ ...LEAST, webAcl: { scope: "CLOUDFRONT", resourceArn: BALANCER } },
			["webAcl.resourceArn: cannot be set with the scope CLOUDFRONT: the distribution references the web ACL"],
		],
	])("say in a line what is wrong with %s", (_, given, lines) => {
		expect(problemsOf(given)).toEqual(lines);
	});

	it.each<[string, object]>([
		["a flag for which one alarm is left", { alarms: { "failed-login-rate": false } }],
		["no flag and no poller", { parts: { poller: false, rollback: false } }],
		["the longest name", { name: "a".repeat(32) }],
		["a name in which AWS's comes later", { name: "shop-aws" }],
	])("take %s", (_, given) => {
		expect(problemsOf({ ...LEAST, ...given })).toEqual([]);
	});

	it("report all invalid keys at once", () => {
		const given = { scalekit: {}, alerts: { emails: ["invalid"], pager: 1 }, retentionDays: 33, tag: {} };
		expect(problemsOf(given).map((line) => line.split(":")[0])).toEqual([
			"scalekit.environmentUrl",
			"alerts.emails.0",
			"alerts.pager",
			"retentionDays",
			"tag",
		]);
		expect(() => parseOptions(optionsSchema, given)).toThrow(/^5 options are invalid:\n/);
	});

	it("let outputs of other resources through, and repeat no value that may be a secret", () => {
		const later = pulumi.output("anything");
		expect(
			problemsOf({ ...LEAST, alerts: { pagerUrl: later }, encryption: { keyArn: later }, scalekit: { environmentUrl: later } }),
		).toEqual([]);
		const lines = problemsOf({ ...LEAST, alerts: { pagerUrl: "events.example.com/integration/s3cr3t-key/enqueue" } });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toContain("s3cr3t");
	});
});

describe("a stack's configuration", () => {
	const values = {
		"aws:region": "eu-west-1",
		"watch:scalekit": '{"environmentUrl":"https://shop.scalekit.com"}',
		"watch:alerts": '{"emails":["on-call@example.com"]}',
		"watch:retentionDays": "30",
		"watch:runbookUrl": "https://wiki.example.com/login",
	};

	it("becomes options, and other programs' keys are left alone", () => {
		expect(optionsFromConfig({ project: "watch", values, secretKeys: [] })).toEqual({
			scalekit: { environmentUrl: "https://shop.scalekit.com" },
			alerts: { emails: ["on-call@example.com"] },
			retentionDays: 30,
			runbookUrl: "https://wiki.example.com/login",
		});
	});

	it("may hold an encrypted pager's address, which is a secret from then on", async () => {
		const encrypted = { ...values, "watch:alerts": '{"pagerUrl":"7123456789012"}' };
		const { alerts } = optionsFromConfig({ project: "watch", values: encrypted, secretKeys: ["watch:alerts"] });
		expect(await pulumi.isSecret(pulumi.output(alerts.pagerUrl))).toBe(true);
	});

	it("is refused with the key as Pulumi writes it", () => {
		expect(() =>
			orStop(() => optionsFromConfig({ project: "watch", values: { ...values, "watch:retentionDays": "31" }, secretKeys: [] })),
		).toThrow(/^watch:retentionDays: must be a retention that CloudWatch Logs supports/);
	});

	it("ends the program without a stack trace where it is wrong", () => {
		expect(() => orStop(() => optionsFromConfig({ project: "watch", values: {}, secretKeys: [] }))).toThrow(pulumi.RunError);
	});
});

it("every option is described", () => {
	const undescribed: string[] = [];
	const walk = (schema: unknown, path: string) => {
		const { def } = schema as { def: { shape?: Record<string, unknown>; innerType?: unknown } };
		if (def.innerType) return walk(def.innerType, path);
		for (const [key, child] of Object.entries(def.shape ?? {})) {
			const described = (child as { description?: string }).description;
			if (!described) undescribed.push(`${path}${key}`);
			walk(child, `${path}${key}.`);
		}
	};
	walk(optionsSchema, "");
	expect(undescribed).toEqual([]);
});
