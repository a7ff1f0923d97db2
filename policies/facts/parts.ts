import type { Kind } from "../engine/resource";
import type { Part } from "../engine/rule";
import {
	AmplifyApp,
	AppRunnerService,
	AutoScalingGroup,
	BatchJobDefinition,
	BeanstalkEnvironment,
	ClassicLoadBalancer,
	Distribution,
	DnsRecord,
	DnsZone,
	Ec2Instance,
	EcsService,
	EksCluster,
	HttpApi,
	HttpStage,
	LambdaFunction,
	LambdaFunctionUrl,
	LaunchConfiguration,
	LaunchTemplate,
	Listener,
	ListenerRule,
	LoadBalancer,
	MultitenantDistribution,
	RestApi,
	RestStage,
	TaskDefinition,
	WebAcl,
} from "./kinds";

/** What takes requests from the internet. */
const ENDPOINTS: readonly Kind[] = [
	...[LoadBalancer, ClassicLoadBalancer, Listener, ListenerRule, Distribution, MultitenantDistribution],
	...[RestApi, RestStage, HttpApi, HttpStage],
];

/** The resources that prove that a stack holds a part; the monitoring is proven by what it watches, which is for failed-login-alarm-path to follow. */
export const PROOF_OF_PART: Readonly<Record<Exclude<Part, "monitoring">, readonly Kind[]>> = {
	app: [
		...[TaskDefinition, EcsService, LambdaFunction, AppRunnerService, Ec2Instance, LaunchTemplate, LaunchConfiguration],
		...[AutoScalingGroup, BeanstalkEnvironment, BatchJobDefinition, AmplifyApp, EksCluster],
	],
	webhook: [...ENDPOINTS, LambdaFunctionUrl, AppRunnerService, BeanstalkEnvironment, AmplifyApp],
	edge: [...ENDPOINTS, WebAcl],
	dns: [DnsRecord, DnsZone],
};
