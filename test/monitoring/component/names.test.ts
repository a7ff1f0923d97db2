import type { ResourceData } from "../../../policies/engine/resource";
import type { AuthMonitoringArgs } from "../../../stacks/monitoring/options";
import { collectMonitoring } from "../../support/collect-monitoring";
import { LEAST } from "../../support/monitoring-args";

const LONGEST = "a".repeat(32);

/** Characters that a name may have, by resource type: each service's API reference, at the operation that creates one. */
const LIMITS: Readonly<Record<string, number>> = {
	"apigatewayv2/api:Api": 128,
	"appconfig/application:Application": 64,
	"appconfig/configurationProfile:ConfigurationProfile": 128,
	"appconfig/deploymentStrategy:DeploymentStrategy": 64,
	"appconfig/environment:Environment": 64,
	"appconfig/extension:Extension": 64,
	"chatbot/slackChannelConfiguration:SlackChannelConfiguration": 128,
	"cloudwatch/compositeAlarm:CompositeAlarm": 255,
	"cloudwatch/dashboard:Dashboard": 255,
	"cloudwatch/logGroup:LogGroup": 512,
	"cloudwatch/logMetricFilter:LogMetricFilter": 512,
	"cloudwatch/metricAlarm:MetricAlarm": 255,
	"cloudwatch/queryDefinition:QueryDefinition": 255,
	"dynamodb/table:Table": 255,
	"iam/role:Role": 64,
	"iam/rolePolicy:RolePolicy": 128,
	"kms/alias:Alias": 256,
	"lambda/function:Function": 64,
	"scheduler/schedule:Schedule": 64,
	"secretsmanager/secret:Secret": 512,
	"sns/topic:Topic": 256,
	"sqs/queue:Queue": 80,
	"ssm/document:Document": 128,
	"wafv2/ipSet:IpSet": 128,
	"wafv2/webAcl:WebAcl": 128,
};

/** Resource types without a name, because they belong to another resource. */
const NAMELESS = [
	"apigatewayv2/integration:Integration",
	"apigatewayv2/route:Route",
	"apigatewayv2/stage:Stage",
	"appconfig/deployment:Deployment",
	"appconfig/extensionAssociation:ExtensionAssociation",
	"appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
	"cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
	"iam/rolePolicyAttachment:RolePolicyAttachment",
	"kms/key:Key",
	"lambda/eventSourceMapping:EventSourceMapping",
	"lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
	"lambda/permission:Permission",
	"sns/topicPolicy:TopicPolicy",
	"sns/topicSubscription:TopicSubscription",
	"wafv2/webAclAssociation:WebAclAssociation",
	"wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
];

const GIVEN_AS = ["name", "alarmName", "dashboardName", "configurationName"];

/** The name that AWS gets: the one that is given, or Pulumi's own, which is the logical one, a hyphen and seven digits. */
function physicalName({ name, inputs = {} }: ResourceData): string {
	const given = GIVEN_AS.map((key) => inputs[key]).find((value) => typeof value === "string");
	return typeof given === "string" ? given : `${name}-1234567`;
}

describe("what a monitoring of the longest name makes", () => {
	const everything: AuthMonitoringArgs = {
		...LEAST,
		name: LONGEST,
		application: { emits: true },
		alerts: {
			emails: ["on-call@example.com"],
			slack: { teamId: "T0123ABCD", channelId: "C0123ABCD" },
			severities: { critical: "page", high: "page", medium: "page", low: "page" },
		},
		webAcl: { scope: "REGIONAL", resourceArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1" },
	};
	let made: readonly ResourceData[];
	beforeAll(async () => {
		const { resources } = await collectMonitoring(everything, "state");
		made = resources.filter(({ type }) => type.startsWith("aws:")).map((each) => ({ ...each, type: each.type.slice("aws:".length) }));
	});

	it("has names that AWS takes", () => {
		const named = made.flatMap((resource) => {
			const limit = LIMITS[resource.type];
			return limit === undefined ? [] : [{ type: resource.type, name: physicalName(resource), limit }];
		});
		expect(named.filter(({ name, limit }) => name.length > limit)).toEqual([]);
		expect(named.filter(({ name }) => name.includes(LONGEST)).length).toBeGreaterThan(60);
	});

	it("is of types whose limits are known, every one", () => {
		const types = [...new Set(made.map(({ type }) => type))].sort();
		expect(types).toEqual([...Object.keys(LIMITS), ...NAMELESS].sort());
	});

	it("would not fit with a name that is a few characters longer", () => {
		const roles = made.filter(({ type }) => type === "iam/role:Role").map((role) => physicalName(role).length);
		expect(Math.max(...roles)).toBeGreaterThan(64 - 8);
	});
});
