import type { Step } from "../../../stacks/monitoring/parts/automation";
import { type AutomationDocument, documentsIn, operationOf, run, wrongInDocument } from "../../support/automation-document";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { LEAST } from "../../support/monitoring-args";

interface Statement {
	readonly Action: readonly string[];
	readonly Resource: string | readonly string[];
}

async function made() {
	const stack = await collectMonitoring(LEAST, "state");
	const documents = documentsIn(stack);
	const may = (role: string) => {
		const policy = ofType(stack, "aws:iam/rolePolicy:RolePolicy").get(`scalekit-auth-${role}`)?.inputs?.["policy"];
		return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
	};
	return { stack, documents, may };
}

let monitoring: Awaited<ReturnType<typeof made>>;
beforeAll(async () => {
	monitoring = await made();
});

/** The switch of the least monitoring. */
function theSwitch() {
	const { stack, documents, may } = monitoring;
	return { stack, may, document: documents.get("scalekit-auth-switch") as AutomationDocument };
}

describe("the check of documents itself notices", () => {
	const call: Step = { name: "a", action: "aws:executeAwsApi", inputs: { Service: "sqs", Api: "ListQueues" } };
	const end: Step = { ...call, name: "z", isEnd: true };
	const asking: Step = { ...end, inputs: { X: "{{ a.Number }}" } };
	const telling: Step = { ...call, outputs: [{ Name: "Number", Selector: "$.Number", Type: "Integer" }], nextStep: "z" };
	it.each<[string, readonly Step[], Partial<AutomationDocument>]>([
		["a step that is not there", [{ ...call, nextStep: "b" }, end], {}],
		["a failure that goes nowhere", [{ ...call, onFailure: "step:b" }, end], {}],
		["an unreachable step", [{ ...call, nextStep: "z" }, { ...call, name: "b" }, end], {}],
		["an output without a step", [call, asking], {}],
		["an output that is missing after a failure", [{ ...telling, onFailure: "step:z" }, asking], {}],
		["a choice that none need meet", [{ name: "a", action: "aws:branch", inputs: { Choices: [] } }, end], {}],
		["steps without an end", [call, { ...call, name: "b" }], {}],
		["an endless sequence of steps", [call, { ...end, isEnd: false, nextStep: "a" }], {}],
		["one name for two", [call, { ...end, name: "a" }], {}],
		["an output of nothing", [call, end], { outputs: ["a.Number"] }],
	])("%s", (_, mainSteps, more) => {
		expect(wrongInDocument({ description: "", mainSteps: [telling, asking] })).toEqual([]);
		expect(wrongInDocument({ description: "", mainSteps, ...more })).not.toEqual([]);
	});
});

describe("what a document's role may do is what the document does:", () => {
	it("the switch", () => {
		const { may, document } = theSwitch();
		const allowed = may("switch").flatMap(({ Action }) => Action);
		expect([...allowed].sort()).toEqual([...new Set(document.mainSteps.flatMap((step) => operationOf(step) ?? []))].sort());
		const silencing = may("switch").find(({ Action }) => Action.includes("cloudwatch:DisableAlarmActions"));
		expect([silencing?.Resource].flat().map((arn) => String(arn).split(":").at(-1))).toEqual([
			"scalekit-auth-failed-login-rate",
			"scalekit-auth-no-successful-logins",
		]);
	});

	it("the runbook, with what moving messages takes", () => {
		const { may, documents } = monitoring;
		const operations = documents.get("scalekit-auth-runbook")?.mainSteps.flatMap((step) => operationOf(step) ?? []) ?? [];
		// SQS, Developer Guide: Configuring queue permissions for dead-letter queue redrive.
		const moving = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:SendMessage", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];
		expect([...new Set(may("runbook").flatMap(({ Action }) => Action))].sort()).toEqual([...operations, ...moving].sort());
	});
});

describe("the operator's switch", () => {
	const answering =
		(state: string | undefined, failing: readonly string[] = []) =>
		(step: Step) => {
			if (failing.includes(step.name)) return "fails" as const;
			if (step.name === "latestDeployment") return state === undefined ? ("fails" as const) : { Number: 7, State: state };
			return step.outputs ? { Number: 8 } : {};
		};

	it.each<[string, string | undefined, string, readonly string[]]>([
		[
			"nothing under way",
			"COMPLETE",
			"false",
			["disableAlarms", "latestDeployment", "isDeploymentRunning", "waitForEnd", "chooseVersion", "deployOff", "isOff", "enableAlarms"],
		],
		[
			"nothing under way",
			"COMPLETE",
			"true",
			["disableAlarms", "latestDeployment", "isDeploymentRunning", "waitForEnd", "chooseVersion", "deployOn", "isOn", "enableAlarms"],
		],
		[
			"a deployment under way",
			"DEPLOYING",
			"false",
			[
				"disableAlarms",
				"latestDeployment",
				"isDeploymentRunning",
				"stop",
				"waitForEnd",
				"chooseVersion",
				"deployOff",
				"isOff",
				"enableAlarms",
			],
		],
		[
			"one that bakes",
			"BAKING",
			"false",
			[
				"disableAlarms",
				"latestDeployment",
				"isDeploymentRunning",
				"stop",
				"waitForEnd",
				"chooseVersion",
				"deployOff",
				"isOff",
				"enableAlarms",
			],
		],
		[
			"one that goes back",
			"ROLLING_BACK",
			"true",
			["disableAlarms", "latestDeployment", "isDeploymentRunning", "waitForEnd", "chooseVersion", "deployOn", "isOn", "enableAlarms"],
		],
		[
			"none that can be found",
			undefined,
			"false",
			["disableAlarms", "latestDeployment", "chooseVersion", "deployOff", "isOff", "enableAlarms"],
		],
	])("with %s (%s), and Enabled=%s", (_, state, Enabled, steps) => {
		const { document } = theSwitch();
		expect(run(document, { Enabled }, answering(state))).toEqual({ status: "Success", steps });
	});

	it("switches off by default", () => {
		const { document } = theSwitch();
		expect(run(document, {}, answering("COMPLETE")).steps).toContain("deployOff");
	});

	it.each<[string, "Success" | "Failed"]>([
		["disableAlarms", "Success"],
		["stop", "Success"],
		["waitForEnd", "Success"],
		["deployOff", "Failed"],
		["isOff", "Failed"],
		["enableAlarms", "Failed"],
	])("lets the alarms act again where %s fails, and ends as: %s", (failing, status) => {
		const { document } = theSwitch();
		const ran = run(document, {}, answering("BAKING", [failing]));
		expect(ran.status).toBe(status);
		expect(ran.steps.at(-1)).toBe("enableAlarms");
		expect(ran.steps.includes("deployOff")).toBe(true);
	});

	it("stops what is rolled out also where AllowRevert is not known", () => {
		const { document } = theSwitch();
		const { status, steps } = run(document, {}, answering("DEPLOYING", ["stop"]));
		expect(status).toBe("Success");
		expect(steps.slice(3, 6)).toEqual(["stop", "stopRollout", "waitForEnd"]);
		expect(document.mainSteps.find(({ name }) => name === "stopRollout")?.inputs).not.toHaveProperty("AllowRevert");
	});

	it("silences the alarms that the environment watches, and lets the same act again", () => {
		const { stack, document } = theSwitch();
		const [environment] = ofType(stack, "aws:appconfig/environment:Environment").values();
		const watched = ((environment?.inputs?.["monitors"] ?? []) as { alarmArn: string }[]).map(({ alarmArn }) => alarmArn.split(":").at(-1));
		expect(watched.length).toBe(2);
		for (const name of ["disableAlarms", "enableAlarms"])
			expect(document.mainSteps.find((step) => step.name === name)?.inputs["AlarmNames"]).toEqual(watched);
	});

	it("deploys the stack's versions by number, at once, and stops what bakes as well", () => {
		const { stack, document } = theSwitch();
		const step = (name: string) => document.mainSteps.find((each) => each.name === name)?.inputs ?? {};
		const versions = ofType(stack, "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion");
		for (const [which, deploying, number] of [
			["off", "deployOff", "1"],
			["on", "deployOn", "2"],
		] as const) {
			const version = versions.get(`scalekit-auth-flag-${which}`);
			expect(step(deploying)["ConfigurationVersion"]).toBe(number);
			const content = JSON.parse((version?.inputs?.["content"] as { value: string } | undefined)?.value ?? "");
			expect(content).toMatchObject({ version: "1", values: { "new-auth-flows": { enabled: which === "on" } } });
		}
		expect(step("stop")["AllowRevert"]).toBe(true);
		const strategies = ofType(stack, "aws:appconfig/deploymentStrategy:DeploymentStrategy");
		const emergency = strategies.get("scalekit-auth-emergency");
		expect(emergency?.inputs).toMatchObject({ deploymentDurationInMinutes: 0, growthFactor: 100, finalBakeTimeInMinutes: 0 });
		for (const deploying of ["deployOff", "deployOn"]) expect(step(deploying)["DeploymentStrategyId"]).toBe(emergency?.id);
	});

	it("holds nothing but steps that wait for minutes at most", () => {
		const { document } = theSwitch();
		const waits = document.mainSteps.filter(({ action }) => action === "aws:waitForAwsResourceProperty");
		expect(waits.length).toBe(3);
		for (const { timeoutSeconds } of waits) expect(timeoutSeconds).toBeLessThanOrEqual(300);
	});
});

describe("the runbook's document", () => {
	it.each([
		["yes", ["listAlarms", "isRedriveRequested", "redrive"]],
		["no", ["listAlarms", "isRedriveRequested", "countDeadLetters"]],
	])("with Redrive=%s redrives the dead-letter queue only if requested", (Redrive, steps) => {
		const document = monitoring.documents.get("scalekit-auth-runbook") as AutomationDocument;
		expect(run(document, { Redrive }, () => ({}))).toEqual({ status: "Success", steps });
	});

	it("asks for the alarms of this monitoring by name, and for no other's", () => {
		const { stack, documents } = monitoring;
		const [whatRings] = documents.get("scalekit-auth-runbook")?.mainSteps ?? [];
		const names = [...ofType(stack, "aws:cloudwatch/metricAlarm:MetricAlarm").values()].map(({ inputs }) => inputs?.["name"]);
		const { AlarmNames: asked = [], StateValue: state } = whatRings?.inputs ?? {};
		expect([...(asked as string[])].sort()).toEqual([...names].sort());
		expect(state).toBe("ALARM");
		// CloudWatch, API Reference: DescribeAlarms answers with 50 alarms unless it is asked for more.
		expect(names.length).toBeLessThanOrEqual(50);
	});
});
