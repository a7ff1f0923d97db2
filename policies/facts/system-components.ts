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

/** Resource types that receive requests from the internet. */
const ENDPOINTS: readonly ResourceType[] = [
	...[LoadBalancer, ClassicLoadBalancer, Listener, ListenerRule, Distribution, MultitenantDistribution],
	...[RestApi, RestStage, HttpApi, HttpStage],
];

/** The resource types of each component, of which a stack must contain one. failed-login-alarm-path evaluates the monitoring. */
export const RESOURCES_OF_COMPONENT: Readonly<Record<Exclude<SystemComponent, "monitoring">, readonly ResourceType[]>> = {
	app: [
		...[TaskDefinition, EcsService, LambdaFunction, AppRunnerService, Ec2Instance, LaunchTemplate, LaunchConfiguration],
		...[AutoScalingGroup, BeanstalkEnvironment, BatchJobDefinition, AmplifyApp, EksCluster],
	],
	webhook: [...ENDPOINTS, LambdaFunctionUrl, AppRunnerService, BeanstalkEnvironment, AmplifyApp],
	edge: [...ENDPOINTS, WebAcl],
	dns: [DnsRecord, DnsZone],
};
