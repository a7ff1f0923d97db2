import { join } from "node:path";
import type { ResourceData } from "../../policies/engine/resource";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import type { StackDescription } from "../../policies/sources/source";
import { findingsOf } from "../support/findings-of";

/** The test program with components of awsx, run as the command runs it; each stack is a separate program. */
function run(stack: string): Promise<StackDescription> {
	const project = readProject(join(__dirname, "programs/awsx"));
	return runProgram(project, "awsx", { stack, timeout: 60_000 });
}

const verdicts = (description: StackDescription, verdict: string) =>
	findingsOf(description)
		.filter((finding) => finding.verdict === verdict)
		.map(({ rule, name }) => `${rule} ${name}`)
		.sort();

const find = ({ resources }: StackDescription, type: string, name: string) =>
	resources.find((each) => each.type === type && each.name === name) as ResourceData;

describe("components of awsx in a program", () => {
	it("fail for what their arguments say", async () => {
		const program = await run("hidden");
		expect(program.remoteComponents).toEqual([]);
		expect(verdicts(program, "fail")).toEqual([
			"http-listener-redirects lb-0",
			"load-balancer-access-logs lb",
			"log-group-expires app",
			"scalekit-environment-is-production app",
			"scalekit-secret-by-reference app",
		]);
		const [finding] = findingsOf(program).filter(({ rule }) => rule === "scalekit-secret-by-reference");
		expect(finding).toMatchObject({ property: "containerDefinitions[0].environment[0].value", location: { file: "hidden.js", line: 7 } });
	});

	it("fail nowhere where their arguments are sound, and relations lead into them", async () => {
		const program = await run("sound");
		expect(program.remoteComponents).toEqual([]);
		expect(verdicts(program, "fail")).toEqual([]);
		expect(verdicts(program, "pass")).toEqual([
			"ecs-log-group-explicit app",
			"ecs-log-group-explicit task",
			"hsts lb-1",
			"http-listener-redirects lb-0",
			"listener-tls-version lb-1",
			"load-balancer-access-logs lb",
			"log-group-expires app",
			"log-group-expires task",
			"log-group-retention app",
			"log-group-retention task",
			"scalekit-environment-is-production app",
			"scalekit-environment-is-production task",
			"scalekit-secret-by-reference app",
			"scalekit-secret-by-reference task",
		]);
	});

	it("leave a rule of one of several listeners undetermined: the output does not show which one it is", async () => {
		const [finding] = findingsOf(await run("sound")).filter((each) => each.rule === "http-listener-redirects" && each.name === "api");
		expect(finding).toMatchObject({ verdict: "undetermined", property: "listenerArn" });
	});

	it("stay hidden where they are not known, and only there", async () => {
		const { remoteComponents } = await run("unread");
		expect(remoteComponents.map(({ type }) => type).sort()).toEqual(["awsx:index:Later", "eks:index:Cluster"]);
	});

	it("have children that passed the program's transforms", async () => {
		const program = await run("transforms");
		expect(find(program, "aws:cloudwatch/logGroup:LogGroup", "tagged").inputs).toEqual({ retentionInDays: 30 });
		expect(find(program, "aws:ecs/taskDefinition:TaskDefinition", "tagged").inputs).toMatchObject({
			tags: { team: "shop" },
			containerDefinitions: [{ name: "app" }],
		});
		expect(find(program, "aws:ecs/taskDefinition:TaskDefinition", "replaced").inputs).toMatchObject({ containerDefinitions: "[]" });
		expect(verdicts(program, "fail")).toEqual(["scalekit-secret-by-reference tagged"]);
	});
});
