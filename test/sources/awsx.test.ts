import { Reading } from "../../policies/engine/reading";
import type { ResourceData } from "../../policies/engine/resource";
import { decode, OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../policies/engine/wire";
import { childrenOf } from "../../policies/sources/program/awsx";
import { UNKNOWN } from "../../policies/sources/program/monitor/unknown";

const STACK = "urn:pulumi:prod::shop";
const secret = (value: unknown) => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value });
const output = (more: object) => ({ [SIGNATURE_KEY]: OUTPUT_SIGNATURE, dependencies: [`${STACK}::a:b:C::x`], ...more });

function component(type: string, inputs: Record<string, unknown>, propertyDependencies = {}): ResourceData {
	const location = { file: "index.ts", line: 7 };
	return { urn: `${STACK}::${type}::web`, type, name: "web", inputs, propertyDependencies, component: true, location };
}

function children(type: string, inputs: Record<string, unknown>, propertyDependencies = {}): readonly ResourceData[] {
	const made = childrenOf(component(type, inputs, propertyDependencies));
	if (!made) throw new Error(`${type} is not read`);
	return made;
}

/** The children of one type, by name. */
function inputsOf(made: readonly ResourceData[], type: string): Record<string, ResourceData["inputs"]> {
	return Object.fromEntries(made.filter((each) => each.type.endsWith(`:${type}`)).map(({ name, inputs }) => [name, inputs]));
}

const ALB = "awsx:lb:ApplicationLoadBalancer";
const NLB = "awsx:lb:NetworkLoadBalancer";
const SERVICE = "awsx:ecs:FargateService";
const TASK = "awsx:ecs:FargateTaskDefinition";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";

describe("what a component becomes", () => {
	// As the state of a stack shows them that pulumi/pulumi-awsx deploys in its own tests: a service behind a load balancer.
	it("has the URNs, parents and places of the real children: a load balancer", () => {
		const made = children(ALB, { subnetIds: [UNKNOWN] });
		expect(made.map(({ urn, parent, location }) => [urn, parent, location?.line])).toEqual(
			["aws:lb/loadBalancer:LoadBalancer::web", "aws:lb/targetGroup:TargetGroup::web", "aws:lb/listener:Listener::web-0"].map((each) => [
				`${STACK}::${ALB}$${each}`,
				`${STACK}::${ALB}::web`,
				7,
			]),
		);
		expect(made.map(({ inputs }) => inputs)).toEqual([
			{ loadBalancerType: "application" },
			{ targetType: "ip", port: 80, protocol: "HTTP" },
			{ defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }], loadBalancerArn: UNKNOWN, port: 80, protocol: "HTTP" },
		]);
		expect(made[2]?.propertyDependencies).toEqual({
			defaultActions: [made[1]?.urn],
			loadBalancerArn: [made[0]?.urn],
			port: [],
			protocol: [],
		});
	});

	it("has the URNs, parents and relations of the real children: a service", () => {
		const balancer = `${STACK}::${ALB}::lb`;
		const container = { name: "nginx", image: "nginx", memory: 128, portMappings: [{ targetGroup: UNKNOWN }] };
		const made = children(SERVICE, { taskDefinitionArgs: { container } }, { taskDefinitionArgs: [balancer] });
		const owner = `${STACK}::${SERVICE}$${TASK}`;
		expect(made.map(({ urn, parent, component }) => ({ urn, parent, component }))).toEqual([
			{ urn: `${owner}::web`, parent: `${STACK}::${SERVICE}::web`, component: true },
			{ urn: `${owner}$${GROUP}::web`, parent: `${owner}::web` },
			{ urn: `${owner}$aws:ecs/taskDefinition:TaskDefinition::web`, parent: `${owner}::web` },
			{ urn: `${STACK}::${SERVICE}$aws:ecs/service:Service::web`, parent: `${STACK}::${SERVICE}::web` },
		]);
		const [, group, task, service] = made;
		expect(group?.inputs).toEqual({});
		expect(task?.inputs).toMatchObject({ networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"] });
		const options = { "awslogs-group": UNKNOWN, "awslogs-stream-prefix": "nginx" };
		expect(task?.inputs?.["containerDefinitions"]).toEqual([
			{ name: "nginx", image: "nginx", memory: 128, logConfiguration: { logDriver: "awslogs", options } },
		]);
		expect(task?.propertyDependencies?.["containerDefinitions"]).toEqual([balancer, group?.urn]);
		expect(service?.inputs).toEqual({ desiredCount: 1, taskDefinition: UNKNOWN });
		expect(service?.propertyDependencies?.["taskDefinition"]).toEqual([task?.urn]);
	});

	it.each([
		"awsx:ec2:Vpc",
		"awsx:ec2:DefaultVpc",
		"awsx:ecr:Repository",
		"awsx:ecr:Image",
		"awsx:ecr:RegistryImage",
		"awsx:lb:TargetGroupAttachment",
	])("creates no resources that a rule evaluates: %s", (type) => {
		expect(childrenOf(component(type, {}))).toEqual([]);
	});

	it.each(["eks:index:Cluster", "awsx:index:Later", "constructor"])("is not known: %s", (type) => {
		expect(childrenOf(component(type, {}))).toBeUndefined();
	});
});

describe("listeners", () => {
	it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
		["an HTTPS port", ALB, { listener: { port: 443 } }, { "web-0": { port: 443, protocol: "HTTPS" } }],
		["another port", ALB, { listener: { port: 8080 } }, { "web-0": { port: 8080, protocol: "HTTP" } }],
		["a protocol", ALB, { listener: { protocol: "HTTPS" } }, { "web-0": { port: 443, protocol: "HTTPS" } }],
		["an odd pair", ALB, { listener: { port: 443, protocol: "HTTP" } }, { "web-0": { port: 443, protocol: "HTTP" } }],
		["a port of the target group alone", ALB, { defaultTargetGroupPort: 8080 }, { "web-0": { port: 8080, protocol: "HTTP" } }],
		["an unknown port", ALB, { listener: { port: UNKNOWN } }, { "web-0": { port: UNKNOWN, protocol: UNKNOWN } }],
		["a secret port", ALB, { listener: { port: secret(443) } }, { "web-0": { port: secret(443), protocol: secret("HTTPS") } }],
		["an output", ALB, { listener: { port: output({ value: 443 }) } }, { "web-0": { port: output({ value: 443 }), protocol: "HTTPS" } }],
		["a secret listener", ALB, { listener: secret({ port: 443 }) }, { "web-0": { port: secret(443), protocol: secret("HTTPS") } }],
		[
			"a list",
			ALB,
			{ listeners: [{ port: 443 }, {}], defaultTargetGroupPort: 8080 },
			{ "web-0": { port: 443, protocol: "HTTPS" }, "web-1": { port: 80, protocol: "HTTP" } },
		],
		["an empty list", ALB, { listeners: [] }, {}],
		["nothing", NLB, {}, { "web-0": { port: 80, protocol: "TCP" } }],
		["a TLS listener", NLB, { listener: { port: 443, protocol: "TLS" } }, { "web-0": { port: 443, protocol: "TLS" } }],
		["a port alone", NLB, { listeners: [{ port: 443 }] }, { "web-0": { port: 443, protocol: "TCP" } }],
	])("follow from %s (%s)", (_, type, args, expected) => {
		const made = inputsOf(children(type, args), "Listener");
		expect(
			Object.fromEntries(Object.entries(made).map(([name, inputs]) => [name, { port: inputs?.["port"], protocol: inputs?.["protocol"] }])),
		).toEqual(expected);
	});

	it.each([{ listener: UNKNOWN }, { listeners: UNKNOWN }, { listeners: [output({})] }])(
		"are unknown with what describes them: %j",
		(args) => {
			const made = children(ALB, args);
			const [listener] = made.filter((each) => each.type.endsWith(":Listener"));
			const inputs = new Reading(listener?.inputs, "");
			expect(["protocol", "defaultActions", "sslPolicy"].map((property) => inputs.read(property).state)).toEqual(Array(3).fill("unknown"));
			expect(listener?.propertyDependencies).toEqual({ loadBalancerArn: [made[0]?.urn] });
		},
	);

	it("keep their own actions, and what the values come from", () => {
		const target = `${STACK}::aws:lb/targetGroup:TargetGroup::own`;
		const listener = { port: 443, defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }] };
		const [, , made] = children(ALB, { listener, internal: true }, { listener: [target] });
		expect(made?.inputs).toMatchObject({ defaultActions: listener.defaultActions });
		expect(made?.propertyDependencies?.["defaultActions"]).toEqual([target]);
	});
});

describe("a load balancer", () => {
	it.each([
		[ALB, "application"],
		[NLB, "network"],
	])("has its arguments, without those that awsx turns into other resources: %s", (type, loadBalancerType) => {
		const accessLogs = { enabled: UNKNOWN, bucket: secret("logs") };
		const args = {
			internal: UNKNOWN,
			accessLogs,
			subnetIds: [UNKNOWN],
			securityGroups: ["sg-1"],
			defaultTargetGroup: { targetType: "alb" },
		};
		const made = children(type, args, { accessLogs: [`${STACK}::aws:s3/bucket:Bucket::logs`] });
		expect(inputsOf(made, "LoadBalancer")).toMatchObject({ web: { internal: UNKNOWN, accessLogs, loadBalancerType } });
		expect(made[0]?.propertyDependencies?.["accessLogs"]).toEqual([`${STACK}::aws:s3/bucket:Bucket::logs`]);
		expect(Object.keys(made[0]?.inputs ?? {})).not.toContain("subnetIds");
		expect(inputsOf(made, "TargetGroup")).toMatchObject({ web: { targetType: "alb" } });
	});
});

describe("log groups", () => {
	const task = (logGroup: unknown) => children(TASK, { container: { image: "a" }, ...(logGroup === undefined ? {} : { logGroup }) });
	const trail = (cloudWatchLogsGroup: unknown) => children("awsx:cloudtrail:Trail", { cloudWatchLogsGroup });
	/** The log group, and what the container writes to. */
	const described = (made: readonly ResourceData[]) => ({
		group: inputsOf(made, "LogGroup")["web"],
		logs: new Reading(inputsOf(made, "TaskDefinition")["web"], "").read("containerDefinitions").items[0]?.read("logConfiguration"),
	});

	it.each<[string, unknown, Record<string, unknown> | undefined]>([
		["nothing", undefined, {}],
		["a retention", { args: { retentionInDays: 30 } }, { retentionInDays: 30 }],
		["a name and an unknown retention", { args: { name: "/shop", retentionInDays: UNKNOWN } }, { name: "/shop", retentionInDays: UNKNOWN }],
		["secret arguments", { args: secret({ retentionInDays: 30 }) }, { retentionInDays: secret(30) }],
		["no skipping", { skip: false }, {}],
		["skipping", { skip: true, args: { retentionInDays: 0 } }, undefined],
		["another one", { existing: { name: "/shop" } }, undefined],
	])("of a task definition follow from %s", (_, logGroup, expected) => {
		expect(described(task(logGroup)).group).toEqual(expected);
	});

	it.each<[string, unknown, Record<string, unknown> | undefined]>([
		["nothing", undefined, undefined],
		["arguments alone", { args: { retentionInDays: 30 } }, undefined],
		["enabling", { enable: true, args: { retentionInDays: 30 } }, { retentionInDays: 30 }],
	])("of a trail follow from %s", (_, logGroup, expected) => {
		expect(described(trail(logGroup)).group).toEqual(expected);
	});

	it.each<[string, readonly ResourceData[]]>([
		["the argument", task(UNKNOWN)],
		["whether it is skipped", task({ skip: UNKNOWN, args: { retentionInDays: 0 } })],
		["whether it is enabled", trail({ enable: output({}), args: { retentionInDays: 0 } })],
		["its arguments", task({ args: UNKNOWN })],
	])("are unknown as a whole with %s", (_, made) => {
		expect(new Reading(described(made).group, "").read("retentionInDays").state).toBe("unknown");
	});

	it.each<[string, unknown, unknown]>([
		["the one that is made", undefined, UNKNOWN],
		["an existing name", { existing: { name: "/shop" } }, "/shop"],
		["an existing secret name", { existing: secret({ name: "/shop" }) }, secret("/shop")],
		["an existing ARN", { existing: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/shop" } }, "/shop"],
		["an existing ARN that is unknown", { existing: { arn: UNKNOWN } }, UNKNOWN],
		["an existing one that is unknown", { existing: UNKNOWN }, UNKNOWN],
	])("are named in the log driver's options: %s", (_, logGroup, expected) => {
		const name = described(task(logGroup)).logs?.read("options").read("awslogs-group");
		expect({ state: name?.state, value: name?.text, secret: name?.secret }).toEqual(decode(expected));
	});

	it("are not named if they may not exist", () => {
		expect(described(task({ skip: true })).logs?.state).toBe("absent");
		expect(described(task(UNKNOWN)).logs?.state).toBe("unknown");
	});
});

describe("containers", () => {
	const logGroup = { skip: true };
	const definitions = (args: object) => inputsOf(children(TASK, { logGroup, ...args }), "TaskDefinition")["web"]?.["containerDefinitions"];

	it.each<[string, object, unknown]>([
		["one without a name", { container: { image: "a" } }, [{ name: "container", image: "a" }]],
		["one with a name", { container: { name: UNKNOWN, image: "a" } }, [{ name: UNKNOWN, image: "a" }]],
		[
			"several, by name",
			{ containers: { web: { image: "a" }, log: { image: "b", name: "other" } } },
			[
				{ name: "log", image: "b" },
				{ name: "web", image: "a" },
			],
		],
		[
			"leaves as they are",
			{ container: { name: "a", environment: [{ name: "A", value: secret("s") }, UNKNOWN] } },
			[{ name: "a", environment: [{ name: "A", value: secret("s") }, UNKNOWN] }],
		],
		["a secret one", { container: secret({ name: "a", command: ["b"] }) }, [{ name: secret("a"), command: secret(["b"]) }]],
		["an output", { container: output({ value: { name: "a" }, secret: true }) }, [{ name: secret("a") }]],
		["an unknown one", { container: UNKNOWN }, [UNKNOWN]],
		["an unknown one among several", { containers: { a: UNKNOWN, b: { image: "b" } } }, [UNKNOWN, { name: "b", image: "b" }]],
		["unknown ones", { containers: UNKNOWN }, UNKNOWN],
	])("are a list: %s", (_, args, expected) => {
		expect(definitions(args)).toEqual(expected);
	});

	it("keep their own log configuration", () => {
		const logConfiguration = { logDriver: "awsfirelens" };
		expect(definitions({ container: { name: "a", logConfiguration }, logGroup: {} })).toEqual([{ name: "a", logConfiguration }]);
	});
});

describe("services", () => {
	it.each([
		["awsx:ecs:FargateService", "awsx:ecs:FargateTaskDefinition", "FARGATE"],
		["awsx:ecs:EC2Service", "awsx:ecs:EC2TaskDefinition", "EC2"],
	])("%s creates a %s", (type, taskType, launchType) => {
		const made = children(type, { taskDefinitionArgs: { container: { image: "a" }, networkMode: "bridge" } });
		expect(made[0]).toMatchObject({ type: taskType, component: true, inputs: {} });
		const networkMode = launchType === "EC2" ? "bridge" : "awsvpc";
		expect(inputsOf(made, "TaskDefinition")).toMatchObject({ web: { requiresCompatibilities: [launchType], networkMode } });
	});

	it("have no task definition where they are given one", () => {
		const made = children(SERVICE, { taskDefinition: UNKNOWN, alarms: { alarmNames: ["a"] } }, { taskDefinition: ["x"] });
		expect(made.map(({ type }) => type)).toEqual(["aws:ecs/service:Service"]);
		expect(made[0]).toMatchObject({ inputs: { alarms: { alarmNames: ["a"] } }, propertyDependencies: { taskDefinition: ["x"] } });
	});

	it("have an unknown one where its arguments are unknown", () => {
		const made = children(SERVICE, { taskDefinitionArgs: UNKNOWN });
		expect(inputsOf(made, "TaskDefinition")["web"]?.["containerDefinitions"]).toBe(UNKNOWN);
		expect(new Reading(inputsOf(made, "LogGroup")["web"], "").read("retentionInDays").state).toBe("unknown");
	});
});
