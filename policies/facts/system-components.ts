import type { ResourceType } from "../engine/resource";
import type { SystemComponent } from "../engine/rule";
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
} from "./resource-types";

/** What takes requests from the internet. */
const ENDPOINTS: readonly ResourceType[] = [
	...[LoadBalancer, ClassicLoadBalancer, Listener, ListenerRule, Distribution, MultitenantDistribution],
	...[RestApi, RestStage, HttpApi, HttpStage],
];

/** The resources that prove that a stack holds a part; the monitoring is proven by what it watches, which is for failed-login-alarm-path to follow. */
export const RESOURCES_OF_COMPONENT: Readonly<Record<Exclude<SystemComponent, "monitoring">, readonly ResourceType[]>> = {
	app: [
		...[TaskDefinition, EcsService, LambdaFunction, AppRunnerService, Ec2Instance, LaunchTemplate, LaunchConfiguration],
		...[AutoScalingGroup, BeanstalkEnvironment, BatchJobDefinition, AmplifyApp, EksCluster],
	],
	webhook: [...ENDPOINTS, LambdaFunctionUrl, AppRunnerService, BeanstalkEnvironment, AmplifyApp],
	edge: [...ENDPOINTS, WebAcl],
	dns: [DnsRecord, DnsZone],
};
