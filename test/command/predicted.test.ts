import { join } from "node:path";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { programFiles, programsFolder } from "../support/program";

const TASK = `
const logs = new aws.cloudwatch.LogGroup("portal", { retentionInDays: 30 });
new aws.ecs.TaskDefinition("portal", {
	family: "portal",
	containerDefinitions: pulumi.jsonStringify([{
		name: "portal", image: "portal:1",
		environment: [
			{ name: "SCALEKIT_ENVIRONMENT_URL", value: "https://acme-dev.scalekit.dev" },
			{ name: "SCALEKIT_CLIENT_SECRET", value: "prod_9dK2mX0qvT7s4LpZ1nB8" },
		],
		logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": logs.name } },
	}]),
});`;

const FOLDER = programsFolder({
	...programFiles("document", TASK),
	...programFiles(
		"references",
		`const role = new aws.iam.Role("r", { assumeRolePolicy: "{}" });
		new aws.iam.RolePolicy("p", { role, policy: "{}" });
		new aws.iam.RolePolicyAttachment("a", { role, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });`,
	),
	...programFiles(
		"secrets",
		`const secret = new pulumi.Config().requireSecret("value");
		const variables = { SCALEKIT_CLIENT_SECRET: secret, DB_PASSWORD: secret, DB_PASSWORD_HASH: secret, DB_SECRET_ARN: secret, DB_SECRET_NAME: secret, TOKEN_ID: secret, DATABASE_URL: pulumi.interpolate\`postgres://app:\${secret}@db/shop\` };
		new aws.lambda.Function("login", { runtime: "nodejs22.x", handler: "i.h", role: "arn:aws:iam::123456789012:role/r", s3Bucket: "b", s3Key: "k", environment: { variables } });`,
		{ "Pulumi.prod.yaml": "config:\n  secrets:value:\n    secure: v1:aaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbb\n" },
	),
	...programFiles(
		"awaits",
		`const main = async () => {
			const { cidrBlock } = await aws.ec2.getVpc({ default: true });
			new aws.ec2.Subnet("a", { vpcId: "vpc-1", cidrBlock: cidrBlock.split("/")[0] + "/28" });
			new aws.lb.Listener("http", { loadBalancerArn: new aws.lb.LoadBalancer("web", { internal: false }).arn, port: 80, protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: "arn" }] });
		};
		module.exports = main();`,
	),
	...programFiles(
		"callback",
		`const lb = new aws.lb.LoadBalancer("web", { internal: false });
		lb.arn.apply((arn) => new aws.lb.Listener("http", { loadBalancerArn: arn, port: 80, protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: "arn" }] }));`,
	),
});

async function check(project: string, ...more: readonly string[]): Promise<{ status: number | null; report: Report }> {
	const { status, stdout, stderr } = await command(["check", join(FOLDER, project), "--format", "json", ...more]);
	expect(stderr).toBe("");
	return { status, report: JSON.parse(stdout) as Report };
}

const verdicts = ({ findings }: Report, verdict: string) =>
	findings.filter((finding) => finding.verdict === verdict).map(({ rule, property }) => `${rule} ${property}`);

describe("a document with an unknown part", () => {
	it("is checked leaf by leaf", async () => {
		const { status, report } = await check("document");
		expect(status).toBe(1);
		expect(verdicts(report, "fail").sort()).toEqual([
			"scalekit-environment-is-production containerDefinitions[0].environment[0].value",
			"scalekit-secret-by-reference containerDefinitions[0].environment[1].value",
		]);
	});

	it("is undetermined as a whole without predicted outputs, and --fail-on makes that a failure", async () => {
		const { status, report } = await check("document", "--no-predicted-outputs");
		expect({ status, fails: verdicts(report, "fail"), strict: report.failOn }).toEqual({ status: 0, fails: [], strict: null });
		expect(report.findings.filter(({ wholeDocument }) => wholeDocument).map(({ rule }) => rule)).toEqual(
			expect.arrayContaining(["scalekit-secret-by-reference", "scalekit-environment-is-production"]),
		);
		const strict = await check("document", "--no-predicted-outputs", "--fail-on", "undetermined:critical");
		expect({ status: strict.status, strict: strict.report.failOn }).toEqual({ status: 1, strict: { severity: "critical", failing: 1 } });
	});
});

it("a resource that is given as an input is its id", async () => {
	const { status, report } = await check("references");
	expect({ status, resources: report.coverage.resources }).toEqual({ status: 0, resources: 3 });
});

it("a Pulumi secret in a plain variable under a secret's name fails, and one under another name does not", async () => {
	const { report } = await check("secrets");
	expect(verdicts(report, "fail").sort()).toEqual([
		"lambda-log-group-explicit loggingConfig.logGroup",
		"no-plaintext-secret environment.variables.DATABASE_URL",
		"no-plaintext-secret environment.variables.DB_PASSWORD",
		"scalekit-secret-by-reference environment.variables.SCALEKIT_CLIENT_SECRET",
	]);
});

it("a program that computes with a data source's result is checked with predicted outputs only, with a notice", async () => {
	const { status, report } = await check("awaits");
	expect({ status, fails: verdicts(report, "fail") }).toEqual({
		status: 1,
		fails: expect.arrayContaining(["http-listener-redirects defaultActions[0].type"]),
	});
	expect(report.coverage.limitations).toContainEqual(expect.stringContaining("it was checked with predicted outputs only"));
	const alone = await command(["check", join(FOLDER, "awaits"), "--no-predicted-outputs"]);
	expect(alone).toMatchObject({ status: 2, stderr: expect.stringContaining("cidrBlock") });
});

it("a resource that a callback creates is undetermined where it would fail, and the report counts it", async () => {
	const { report } = await check("callback");
	expect(verdicts(report, "fail")).not.toContainEqual(expect.stringContaining("http-listener-redirects"));
	const [finding] = report.findings.filter(({ rule }) => rule === "http-listener-redirects");
	expect(finding).toMatchObject({
		verdict: "undetermined",
		reason: "known-after-deployment",
		name: "http",
		message: expect.stringContaining("is created in a callback"),
	});
	expect(report.notices).toContainEqual(
		expect.stringContaining("registers resources that are not in the preview (aws:lb/listener:Listener)"),
	);
});
