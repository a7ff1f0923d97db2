import { pagesFor } from "../../../stacks/monitoring/alarms/catalog";
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

const pagesOf = (args: object) => pagesFor(parseOptions(optionsSchema, { ...LEAST, ...args }));

it("somebody is woken where nobody gets in, where many fail, and where nothing is seen of it; by nothing that a stranger can bring about", () => {
	expect(pagesOf({})).toEqual([
		{ theme: "logins", id: "page-logins", alarms: ["nobody-gets-in", "failed-login-rate"] },
		{ theme: "machinery", id: "page-machinery", alarms: ["poller-stalled"] },
	]);
});

it("every alarm is of one theme", () => {
	const pages = pagesOf(EVERYTHING);
	expect(pages.map(({ id }) => id)).toEqual(["page-logins", "page-webhooks", "page-machinery", "page-application"]);
	expect(pages.flatMap(({ alarms }) => alarms).sort()).toEqual([...ALARM_IDS].sort());
});

it("a theme of which nothing pages has no composite", () => {
	expect(pagesOf({ alarms: { "poller-stalled": false } }).map(({ id }) => id)).toEqual(["page-logins"]);
	expect(pagesOf({ alerts: { ...LEAST.alerts, severities: { critical: "notify", high: "notify" } } })).toEqual([]);
});

it("each theme pages for itself, so that one that rings already does not keep another from waking somebody", async () => {
	const stack = await collectMonitoring(EVERYTHING, "state");
	const composites = [...ofType(stack, "aws:cloudwatch/compositeAlarm:CompositeAlarm").values()];
	expect(composites.map(({ inputs }) => inputs?.["alarmName"]).sort()).toEqual(
		["application", "logins", "machinery", "webhooks"].map((theme) => `scalekit-auth-page-${theme}`),
	);
	const children = alarmsInComposites(stack);
	expect([...children].sort()).toEqual(ALARM_IDS.map((id) => `scalekit-auth-${id}`).sort());
	const [page] = [...ofType(stack, "aws:sns/topic:Topic").values()].filter(({ name }) => name.endsWith("page"));
	for (const { inputs } of composites) {
		expect([inputs?.["alarmActions"], inputs?.["okActions"]]).toEqual([[page?.outputs?.["arn"]], [page?.outputs?.["arn"]]]);
		expect(inputs?.["alarmDescription"]).toMatch(/^Something cannot wait .+ Runbook: https:\/\/\S+$/);
	}
});

it("the ARNs of those that page are told beside those of the alarms", async () => {
	const told: object[] = [];
	await collect(() => {
		new AuthMonitoring("monitoring", LEAST).alarmArns.apply((arns) => told.push(arns));
	}, "state");
	expect(told).toHaveLength(1);
	expect(told[0]).toMatchObject({
		"page-logins": expect.stringMatching(/scalekit-auth-page-logins/),
		"page-machinery": expect.stringMatching(/scalekit-auth-page-machinery/),
		"poller-stalled": expect.stringMatching(/scalekit-auth-poller-stalled$/),
	});
	expect(told[0]).not.toHaveProperty("page-webhooks");
});

it("the runbook tells which alarms are behind which", () => {
	const markdown = runbookMarkdown(LEAST);
	expect(markdown).toContain("- `scalekit-auth-page-logins`, while any of these rings: `nobody-gets-in`, `failed-login-rate`");
	expect(markdown).toContain("- `scalekit-auth-page-machinery`, while any of these rings: `poller-stalled`");
});
