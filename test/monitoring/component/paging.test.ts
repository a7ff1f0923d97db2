import { pagingAlarmsFor } from "../../../stacks/monitoring/alarms/catalog";
import { ALARM_IDS } from "../../../stacks/monitoring/alarms/ids";
import { AuthMonitoring } from "../../../stacks/monitoring/auth-monitoring";
import { parseOptions } from "../../../stacks/monitoring/option/explain";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { runbookMarkdown } from "../../../stacks/monitoring/runbook/markdown";
import { collectMonitoring } from "../../support/collect-monitoring";
import { collect, ofType } from "../../support/collected";
import { alarmsInComposites } from "../../support/metrics-used";
import { LEAST } from "../../support/monitoring-args";

const ALL_PAGE = { ...LEAST.alerts, severities: { critical: "page", high: "page", medium: "page", low: "page" } } as const;
const EVERYTHING = { ...LEAST, application: { emits: true }, alerts: ALL_PAGE };

const pagesOf = (args: object) => pagingAlarmsFor(parseOptions(optionsSchema, { ...LEAST, ...args }));

it("no successful logins, many failures and a stalled poller page; nothing that forged requests can cause does", () => {
	expect(pagesOf({})).toEqual([
		{ group: "logins", id: "page-logins", alarms: ["no-successful-logins", "failed-login-rate"] },
		{ group: "pipeline", id: "page-pipeline", alarms: ["poller-stalled"] },
	]);
});

it("every alarm is in one group", () => {
	const pages = pagesOf(EVERYTHING);
	expect(pages.map(({ id }) => id)).toEqual(["page-logins", "page-webhooks", "page-pipeline", "page-application"]);
	expect(pages.flatMap(({ alarms }) => alarms).sort()).toEqual([...ALARM_IDS].sort());
});

it("a group without paging alarms has no composite alarm", () => {
	expect(pagesOf({ alarms: { "poller-stalled": false } }).map(({ id }) => id)).toEqual(["page-logins"]);
	expect(pagesOf({ alerts: { ...LEAST.alerts, severities: { critical: "notify", high: "notify" } } })).toEqual([]);
});

it("each group pages separately, so that an alarm in one group does not suppress the page of another", async () => {
	const stack = await collectMonitoring(EVERYTHING, "state");
	const composites = [...ofType(stack, "aws:cloudwatch/compositeAlarm:CompositeAlarm").values()];
	expect(composites.map(({ inputs }) => inputs?.["alarmName"]).sort()).toEqual(
		["application", "logins", "pipeline", "webhooks"].map((group) => `scalekit-auth-page-${group}`),
	);
	const children = alarmsInComposites(stack);
	expect([...children].sort()).toEqual(ALARM_IDS.map((id) => `scalekit-auth-${id}`).sort());
	const [page] = [...ofType(stack, "aws:sns/topic:Topic").values()].filter(({ name }) => name.endsWith("page"));
	for (const { inputs } of composites) {
		expect([inputs?.["alarmActions"], inputs?.["okActions"]]).toEqual([[page?.outputs?.["arn"]], [page?.outputs?.["arn"]]]);
		expect(inputs?.["alarmDescription"]).toMatch(/^One or more paging alarms .+ are in ALARM\. Runbook: https:\/\/\S+$/);
	}
});

it("the outputs contain the ARNs of composite alarms", async () => {
	const told: object[] = [];
	await collect(() => {
		new AuthMonitoring("monitoring", LEAST).alarmArns.apply((arns) => told.push(arns));
	}, "state");
	expect(told).toHaveLength(1);
	expect(told[0]).toMatchObject({
		"page-logins": expect.stringMatching(/scalekit-auth-page-logins/),
		"page-pipeline": expect.stringMatching(/scalekit-auth-page-pipeline/),
		"poller-stalled": expect.stringMatching(/scalekit-auth-poller-stalled$/),
	});
	expect(told[0]).not.toHaveProperty("page-webhooks");
});

it("the runbook lists the children of composite alarms", () => {
	const markdown = runbookMarkdown(LEAST);
	expect(markdown).toContain("- `scalekit-auth-page-logins`, if any of these is in ALARM: `no-successful-logins`, `failed-login-rate`");
	expect(markdown).toContain("- `scalekit-auth-page-pipeline`, if any of these is in ALARM: `poller-stalled`");
});
