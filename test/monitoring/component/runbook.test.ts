import { alarmsFor, CATALOG } from "../../../stacks/monitoring/alarms/catalog";
import { ALARM_IDS } from "../../../stacks/monitoring/alarms/ids";
import { parseOptions } from "../../../stacks/monitoring/option/explain";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { QUERIES } from "../../../stacks/monitoring/parts/queries";
import { runbookMarkdown } from "../../../stacks/monitoring/runbook/markdown";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { argsOf, COMBINATIONS, LEAST } from "../../support/monitoring-args";

const EVERYTHING = { ...LEAST, application: { emits: true } };

/** The headings of a level. */
function headingsIn(markdown: string, level: string): readonly string[] {
	return markdown.split("\n").flatMap((line) => (line.startsWith(`${level} `) ? line.slice(level.length + 1) : []));
}

describe("the runbook", () => {
	it("has every alarm of the catalog, each with what it means and what to do", () => {
		const markdown = runbookMarkdown(EVERYTHING);
		expect(headingsIn(markdown, "###")).toEqual([...ALARM_IDS]);
		for (const { meaning, steps } of Object.values(CATALOG)) {
			expect(markdown).toContain(meaning);
			for (const step of steps) expect(markdown).toContain(step);
		}
	});

	it.each(COMBINATIONS.map((chosen, index) => [index, argsOf(chosen)] as const))(
		"has the alarms that combination %i makes, and no other",
		(_, args) => {
			expect(headingsIn(runbookMarkdown(args), "###")).toEqual(alarmsFor(parseOptions(optionsSchema, args)));
		},
	);

	it("has contacts, rollback, secrets and the redrive of the dead-letter queue", () => {
		const markdown = runbookMarkdown({
			...LEAST,
			runbook: {
				owner: "Team Login, #login",
				escalation: ["Ada, +44 20 7946 0000", "Head of engineering"],
				supportChannel: "Slack #scalekit-shop",
			},
		});
		expect(headingsIn(markdown, "##")).toEqual(["Contacts", "Roll back", "Secrets", "Redrive the dead-letter queue", "Alarms"]);
		const order = [
			"Team Login",
			"Ada, +44",
			"Head of engineering",
			"support@scalekit.com",
			"Slack #scalekit-shop",
			"https://scalekit.statuspage.io",
		];
		const places = order.map((each) => markdown.indexOf(each));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(0);
		for (const said of [
			"auth_request_id",
			"scalekit-auth-switch",
			"new-auth-flows",
			"whsec_",
			"client_secret",
			"start-message-move-task",
			"put-secret-value",
			"iam:PassRole",
		])
			expect(markdown).toContain(said);
	});

	it("gives lines that can be run as they are: each names its Region, and only alarms that there are", () => {
		const lines = (args: object) => [...runbookMarkdown({ ...LEAST, ...args }).matchAll(/`(aws [^`]+)`/g)].map(([, line]) => line);
		expect(lines({}).length).toBeGreaterThan(3);
		for (const line of lines({})) expect(line).toContain("--region <Region of this stack>");
		for (const line of lines({ region: "eu-central-1" })) expect(line).toContain("--region eu-central-1");
		const enabling = (args: object) => lines(args).find((line) => line?.includes("enable-alarm-actions"));
		expect(enabling({})).toContain("--alarm-names scalekit-auth-no-successful-logins scalekit-auth-failed-login-rate --region");
		expect(enabling({ alarms: { "failed-login-rate": false } })).toContain("--alarm-names scalekit-auth-no-successful-logins --region");
	});

	it("names only saved queries and sections that there are", () => {
		const markdown = runbookMarkdown(EVERYTHING);
		const queries = [...markdown.matchAll(/saved query "([^"]+)"/g)].map(([, name]) => name);
		expect(queries.length).toBeGreaterThan(3);
		for (const name of queries) expect(QUERIES.map((query) => query.name)).toContain(name);
		const sections = [...markdown.matchAll(/\(see "([^"]+)"\)/g)].map(([, name]) => name);
		expect(sections.length).toBeGreaterThan(3);
		for (const name of sections) expect(headingsIn(markdown, "##")).toContain(name);
	});

	it("is the SSM document's description, in one that is small enough and holds no other placeholder than its own", async () => {
		const stack = await collectMonitoring(EVERYTHING, "state");
		const content = String(ofType(stack, "aws:ssm/document:Document").get("scalekit-auth-runbook")?.inputs?.["content"]);
		expect(content.length).toBeLessThan(64 * 1024);
		const { description, mainSteps, parameters } = JSON.parse(content);
		expect(description).toBe(runbookMarkdown(EVERYTHING));
		expect([...content.matchAll(/\{\{ ([^}]+) \}\}/g)].map(([, name]) => name)).toEqual(Object.keys(parameters));
		expect(mainSteps.map(({ name }: { name: string }) => name)).toEqual([
			"listAlarms",
			"isRedriveRequested",
			"redrive",
			"countDeadLetters",
		]);
	});

	it("has meanings that are sentences and steps that are too", () => {
		for (const { meaning, steps } of Object.values(CATALOG))
			for (const sentence of [meaning, ...steps]) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
	});
});

describe("the flag", () => {
	it("is rolled out step by step, and watched until the slowest alarm on it has had its time", async () => {
		const stack = await collectMonitoring(LEAST, "state");
		const strategies = ofType(stack, "aws:appconfig/deploymentStrategy:DeploymentStrategy");
		expect(strategies.get("scalekit-auth-gradual")?.inputs).toMatchObject({
			deploymentDurationInMinutes: 10,
			growthFactor: 20,
			finalBakeTimeInMinutes: 30,
		});
	});

	it("the environment watches the alarms on failing logins, of those that there are", async () => {
		const monitors = async (alarms: object) => {
			const stack = await collectMonitoring({ ...LEAST, alarms }, "state");
			const [environment] = ofType(stack, "aws:appconfig/environment:Environment").values();
			return ((environment?.inputs?.["monitors"] ?? []) as { alarmArn: string }[]).map(({ alarmArn }) => alarmArn.split(":").at(-1));
		};
		expect(await monitors({})).toEqual(["scalekit-auth-failed-login-rate", "scalekit-auth-no-successful-logins"]);
		expect(await monitors({ "no-successful-logins": false })).toEqual(["scalekit-auth-failed-login-rate"]);
	});
});
