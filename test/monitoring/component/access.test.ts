import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { needsOf } from "../../support/function-needs";
import { LEAST } from "../../support/monitoring-args";

interface Statement {
	readonly Effect: string;
	readonly Action: string | readonly string[];
	readonly Resource: string | readonly string[];
	readonly Principal?: Readonly<Record<string, string>>;
	readonly Condition?: object;
}

const statementsOf = (policy: unknown) => (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
const listOf = (value: string | readonly string[]) => (typeof value === "string" ? [value] : value);

/** What a command of a client must be allowed (Service Authorization Reference). */
const ACTION_OF: Readonly<Record<string, string>> = {
	BatchGetCommand: "dynamodb:BatchGetItem",
	DeleteCommand: "dynamodb:DeleteItem",
	GenerateMacCommand: "kms:GenerateMac",
	GetCommand: "dynamodb:GetItem",
	GetSecretValueCommand: "secretsmanager:GetSecretValue",
	PutCommand: "dynamodb:PutItem",
	QueryCommand: "dynamodb:Query",
	SendMessageCommand: "sqs:SendMessage",
	UpdateCommand: "dynamodb:UpdateItem",
};

/** Permissions of every function. */
const OF_EVERY_FUNCTION = ["POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_SERVICE_NAME"];

describe("access", () => {
	let stack: Awaited<ReturnType<typeof collectMonitoring>>;
	beforeAll(async () => {
		stack = await collectMonitoring({ ...LEAST, alerts: { slack: { teamId: "T0123ABCD", channelId: "C0123ABCD" } } }, "state");
	});

	it("no role may do more than single things to what it is for", () => {
		const policies = [...ofType(stack, "aws:iam/rolePolicy:RolePolicy").values()];
		expect(policies.length).toBeGreaterThan(8);
		for (const { inputs } of policies) {
			for (const { Action: actions, Resource: resources } of statementsOf(inputs?.["policy"])) {
				for (const action of listOf(actions)) expect(action).toMatch(/^[a-z]+:[A-Za-z]+$/);
				if (listOf(resources).includes("*")) expect(actions).toEqual(["cloudwatch:DescribeAlarms"]);
			}
		}
	});

	it("functions read only their own secret, and only who hashes may ask the hash key", () => {
		const may = (name: string, action: string) =>
			statementsOf(ofType(stack, "aws:iam/rolePolicy:RolePolicy").get(`scalekit-auth-${name}`)?.inputs?.["policy"])
				.filter(({ Action: actions }) => listOf(actions).includes(action))
				.flatMap(({ Resource: resources }) => listOf(resources).map((arn) => arn.split(/[:/]/).at(-1)));
		expect(may("receiver", "secretsmanager:GetSecretValue")).toEqual([expect.stringContaining("webhook-secret")]);
		expect(may("poller", "secretsmanager:GetSecretValue")).toEqual([expect.stringContaining("api-credentials")]);
		for (const name of ["worker", "publisher"]) expect(may(name, "secretsmanager:GetSecretValue")).toEqual([]);
		for (const name of ["worker", "poller"]) expect(may(name, "kms:GenerateMac")).toEqual([expect.stringContaining("hash")]);
		for (const name of ["receiver", "publisher"]) expect(may(name, "kms:GenerateMac")).toEqual([]);
	});

	it("services of AWS use key and topics on behalf of this account alone", () => {
		const key = ofType(stack, "aws:kms/key:Key").get("scalekit-auth-data");
		const topics = [...ofType(stack, "aws:sns/topicPolicy:TopicPolicy").values()];
		const statements = [key, ...topics].flatMap((each) => statementsOf(each?.inputs?.["policy"]));
		const toServices = statements.filter(({ Principal: principal }) => principal?.["Service"]);
		expect(toServices.length).toBe(4);
		for (const { Condition: condition } of toServices) expect(JSON.stringify(condition)).toContain("123456789012");
		expect(key?.inputs?.["enableKeyRotation"]).toBe(true);
	});

	describe.each(["receiver", "worker", "poller", "publisher"])("the %s", (name) => {
		it("has the variables that its code reads, and no other", () => {
			const environment = ofType(stack, "aws:lambda/function:Function").get(`scalekit-auth-${name}`)?.inputs?.["environment"];
			const { variables } = (environment ?? {}) as { variables: Readonly<Record<string, string>> };
			expect(Object.keys(variables).sort()).toEqual([...needsOf(name).variables, ...OF_EVERY_FUNCTION].sort());
		});

		it("may do what its code does, and no more with the ledger", () => {
			const policy = ofType(stack, "aws:iam/rolePolicy:RolePolicy").get(`scalekit-auth-${name}`)?.inputs?.["policy"];
			const allowed = statementsOf(policy).flatMap(({ Action: actions }) => listOf(actions));
			const needed = needsOf(name).commands.map((command) => ACTION_OF[command]);
			expect(needed.length).toBeGreaterThan(1);
			expect(allowed).toEqual(expect.arrayContaining(needed));
			const inLedger = allowed.filter((action) => action.startsWith("dynamodb:"));
			expect(needed).toEqual(expect.arrayContaining(inLedger));
		});
	});
});
