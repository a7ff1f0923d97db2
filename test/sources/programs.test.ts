import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceData } from "../../policies/engine/resource";
import { decode, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINELS } from "../../policies/engine/wire";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import type { StackDescription } from "../../policies/sources/source";

const PROGRAMS = join(__dirname, "programs");
const [UNKNOWN] = UNKNOWN_SENTINELS;

/** A program's run, and what it printed. */
async function run(name: string, stack = "prod"): Promise<StackDescription & { readonly lines: readonly string[] }> {
	const lines: string[] = [];
	const project = readProject(join(PROGRAMS, name));
	const description = await runProgram(project, name, {
		stack,
		timeout: 60_000,
		predictOutputs: false,
		onLine: (line) => lines.push(line),
	});
	return { ...description, lines };
}

const find = ({ resources }: StackDescription, name: string) => resources.find((each) => each.name === name) as ResourceData;
const inputs = (description: StackDescription, name: string) => find(description, name).inputs as Record<string, unknown>;

describe("a program that uses what programs use", () => {
	let program: Awaited<ReturnType<typeof run>>;
	beforeAll(async () => {
		program = await run("features");
	});

	it("runs to completion, for any output", () => {
		expect(program).toMatchObject({ kind: "program", project: "features", stack: "prod" });
		expect(program.lines.filter((line) => line.startsWith("line "))).toHaveLength(5000);
	});

	it("has URNs with its parents' types, and the places of its calls", () => {
		expect(find(program, "grandchild")).toMatchObject({
			urn: "urn:pulumi:prod::features::shop:index:Group$aws:s3/bucket:Bucket$aws:s3/bucket:Bucket::grandchild",
			parent: find(program, "child").urn,
			location: { file: "index.js", line: expect.any(Number), column: expect.any(Number) },
		});
		expect(find(program, "group").component).toBe(true);
	});

	it("has unknown outputs whose origin is known, and no callback runs on them", () => {
		expect(inputs(program, "grandchild")["tags"]).toEqual({ owner: UNKNOWN });
		expect(find(program, "grandchild").propertyDependencies?.["tags"]).toEqual([find(program, "child").urn]);
	});

	it("has the outputs that repeat an input", () => {
		expect(inputs(program, "dynamic")["bucket"]).toBe("literal-dynamic");
	});

	it("marks secrets", () => {
		expect(inputs(program, "secret")["password"]).toEqual({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value: "hunter2" });
	});

	it("keeps assets and promised values", () => {
		expect(inputs(program, "code")).toMatchObject({
			asset: { path: "./index.js" },
			archive: { assets: { "a.txt": { text: "a" } } },
			kept: [1, 2],
		});
	});

	it("reads existing resources and other stacks without judging them", () => {
		expect(find(program, "existing")).toMatchObject({ external: true, id: "existing-id" });
		expect(find(program, "acme/network/prod").external).toBe(true);
		expect(inputs(program, "follower")).toEqual({ bucket: "existing-id", vpcId: UNKNOWN });
	});

	it("asks each provider for its own region", () => {
		expect(inputs(program, "regions")["regions"]).toEqual(["eu-central-1", "eu-west-1"]);
	});

	it("gets unknown answers from data sources, with what it asked for", () => {
		expect(inputs(program, "asked")).toEqual({
			name: "app.example.com",
			zoneId: UNKNOWN,
			mixed: expect.objectContaining({ pieces: ["zone/", { secret: false }] }),
			subnets: [{ id: UNKNOWN }, { id: UNKNOWN }, { id: UNKNOWN }],
		});
		expect(inputs(program, "vpc")).toEqual({ cidr: UNKNOWN, made: UNKNOWN });
		expect(inputs(program, "strange")).toEqual({ value: UNKNOWN });
	});

	it("says which data sources were not asked", () => {
		const asked = [
			"data source aws:ec2/getSubnets:getSubnets",
			"data source aws:ec2/getVpc:getVpc",
			"data source aws:route53/getZone:getZone",
		];
		for (const each of [...asked, "data source nosuch:index:getThing", "method awsx:lb:Alb/url"])
			expect(program.limitations).toContain(
				`features: ${each} is not evaluated offline; its result is treated as unknown. The output of "pulumi preview --json --show-sames" contains it.`,
			);
		expect(program.limitations).toHaveLength(5);
	});

	it("lists components of plugins whose children are hidden, and what depends on them is unknown", () => {
		expect(program.remoteComponents).toEqual([
			{
				urn: find(program, "balancer").urn,
				type: "eks:index:Cluster",
				name: "balancer",
				given: [find(program, "child").urn],
			},
		]);
		expect(inputs(program, "behind")).toEqual({ loadBalancerArn: UNKNOWN, called: UNKNOWN });
		expect(find(program, "behind").propertyDependencies?.["loadBalancerArn"]).toEqual([find(program, "balancer").urn]);
	});
});

describe("transforms", () => {
	let program: StackDescription;
	beforeAll(async () => {
		program = await run("transforms");
	});

	it("run in the engine's order: the resource's own, its parents' from the inside out, the stack's", () => {
		expect(inputs(program, "child")["marks"]).toEqual(["own 1", "own 2", "inner", "group", "stack"]);
		expect(inputs(program, "inner")["marks"]).toEqual(["inner", "group", "stack"]);
		expect(inputs(program, "other")["marks"]).toEqual(["stack"]);
	});

	it("see unknown and secret values as outputs, and give them back", () => {
		expect(inputs(program, "kept")).toMatchObject({ owner: UNKNOWN, list: [UNKNOWN, "b"], saw: "kept aws:s3/bucket:Bucket true true" });
		expect(decode(inputs(program, "kept")["secret"])).toEqual({ state: "known", value: "s", secret: true });
		// SDKs before 3.249 lose the mark of a secret on an unknown value.
		expect(decode(inputs(program, "kept")["both"])).toMatchObject({ state: "unknown" });
	});

	it("leave the origin of what they leave alone, and take it from what they change", () => {
		const other = [find(program, "other").urn];
		expect(find(program, "kept").propertyDependencies).toMatchObject({ owner: other, both: other, list: other, changed: [] });
		expect(find(program, "child").propertyDependencies).toMatchObject({ owner: other, marks: [] });
	});
});

describe("configuration", () => {
	let program: Awaited<ReturnType<typeof run>>;
	beforeAll(async () => {
		program = await run("esm");
	});

	it("comes from Pulumi.yaml and the stack's file, under every namespace", () => {
		expect(inputs(program, "plain")).toEqual({
			tier: "large",
			replicas: 3,
			region: "eu-west-3",
			flag: true,
			host: "db.example.com",
			ports: [5432, 5433],
			stack: "organization/esm/prod",
			execArgv: ["--max-old-space-size=512"],
		});
	});

	it("has unknown secrets for encrypted values, anywhere in the program", () => {
		const { declared, keyed, list, ...hidden } = inputs(program, "secrets");
		for (const value of [...Object.values(hidden), (list as unknown[])[1]])
			expect(decode(value)).toMatchObject({ state: "unknown", secret: true });
		expect(decode(declared)).toEqual({ state: "known", value: "written", secret: true });
		expect(decode(keyed)).toMatchObject({ state: "unknown" });
		expect((list as unknown[])[0]).toBe("public");
	});

	it("shows no placeholder for an encrypted value, in resources or output", () => {
		// A stack's outputs are for programs in the same check, and in no report.
		const { exports: _, ...shown } = program;
		const everything = JSON.stringify(shown);
		expect(everything).not.toMatch(/7\d{14}/);
		expect(everything).not.toContain("ciphertext");
		expect(program.lines).toEqual(expect.arrayContaining(["the token is [secret]", "the port is [secret]"]));
		expect(program.resources.map((each) => each.name)).toContain("named-[secret]");
	});

	it("says that an environment is not read", () => {
		expect(program.limitations).toEqual([
			"esm: Pulumi.prod.yaml imports Pulumi ESC environments (acme/prod), which are not read offline: their configuration is missing.",
		]);
	});

	it("places a resource of an ES module in its file, with a function around it and without", () => {
		const text = readFileSync(join(PROGRAMS, "esm/index.js"), "utf8").split("\n");
		const lineOf = (part: string) => text.findIndex((line) => line.includes(part)) + 1;
		expect(find(program, "named-[secret]").location).toMatchObject({ file: "index.js", line: lineOf("const named") });
		expect(find(program, "plain").location).toMatchObject({ file: "index.js", line: lineOf('"plain"') });
		expect(find(program, "second").location).toMatchObject({ file: "index.js", line: lineOf('"second"') });
		expect(find(program, "called").location).toMatchObject({ file: "index.js", line: lineOf('"called"') });
	});
});

describe("what is run", () => {
	it("is TypeScript with the stack file in a separate folder, and its types are not checked", async () => {
		const program = await run("typescript", "live");
		expect(inputs(program, "typed")).toMatchObject({ name: "from-the-folder", folder: "src" });
		expect(find(program, "typed").location).toMatchObject({ file: "src/program.ts", line: 6 });
	});

	it("is what the package.json of the main folder names, also for a program written for Bun", async () => {
		expect(inputs(await run("folder"), "from-the-folder")).toEqual({ entry: "start.js" });
	});

	it("is the entry point of a parent's package.json if the program has none, with a notice", async () => {
		const program = await run("parent/program");
		expect(find(program, "from-the-parent")).toBeDefined();
		expect(program.limitations).toEqual([
			"parent/program: the program has no package.json of its own, so Pulumi runs the entry point of ../package.json (entry.js) instead.",
		]);
	});
});
