import type { ResourceData } from "../policies/engine/resource";

/** A large stack of common resource types: a quarter each of listeners, task definitions, buckets and log groups. */
export function bigStack(size: number): ResourceData[] {
	return Array.from({ length: size }, (_, index) => {
		const { type, inputs, on } = KINDS[index % KINDS.length] as (typeof KINDS)[number];
		const name = `r${index}`;
		const before = index - (index % KINDS.length);
		return {
			urn: urnOf(type, name),
			type,
			name,
			inputs: inputs(index),
			outputs: { ...inputs(index), id: `id-${index}`, arn: `arn:aws:bench:eu-west-1:123456789012:${name}`, name },
			propertyDependencies: on && before > 0 ? { [on]: [urnOf(KINDS[3]?.type ?? "", `r${before - 1}`)] } : {},
		};
	});
}

const KINDS: readonly { type: string; inputs: (index: number) => Record<string, unknown>; on?: string }[] = [
	{
		type: "aws:lb/listener:Listener",
		inputs: (index) => ({
			loadBalancerArn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/${index}`,
			port: 443,
			protocol: "HTTPS",
			sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
			routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
			defaultActions: [
				{ type: "forward", targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/${index}` },
			],
		}),
	},
	{
		type: "aws:ecs/taskDefinition:TaskDefinition",
		on: "containerDefinitions",
		inputs: (index) => ({
			family: `app-${index}`,
			containerDefinitions: JSON.stringify(
				["app", "proxy", "agent"].map((name) => ({
					name,
					image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${name}:${index}`,
					environment: [
						{ name: "NODE_ENV", value: "production" },
						{ name: "PORT", value: "3000" },
					],
					secrets: [{ name: "API_TOKEN", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:token" }],
					logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": `/bench/${index - (index % 4) + 3}` } },
				})),
			),
		}),
	},
	{
		type: "aws:s3/bucket:Bucket",
		inputs: (index) => ({
			bucket: `bench-${index}`,
			forceDestroy: false,
			lifecycleRules: [30, 60, 90, 365].map((days) => ({ id: `after-${days}`, enabled: true, expiration: { days } })),
			tags: { team: "identity", stage: "prod", index: String(index) },
		}),
	},
	{ type: "aws:cloudwatch/logGroup:LogGroup", inputs: (index) => ({ name: `/bench/${index}`, retentionInDays: 90 }) },
];

function urnOf(type: string, name: string): string {
	return `urn:pulumi:prod::bench::${type}::${name}`;
}

/** The stack as output of `pulumi stack export`. */
export function asExport(data: readonly ResourceData[]): string {
	const resources = data.map(({ urn, type, inputs, outputs, propertyDependencies }) => ({
		urn,
		type,
		custom: true,
		inputs,
		outputs,
		propertyDependencies,
	}));
	return JSON.stringify({ version: 3, deployment: { manifest: { version: "v3.260.0" }, resources } });
}
