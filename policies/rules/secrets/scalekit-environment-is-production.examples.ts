import { type Example, type ExampleResource, jsonStringify, resource, secret, UNKNOWN } from "../../engine/example";
import type { Undetermined } from "../../engine/verdict";
import {
	AppRunnerService,
	CodeBuildProject,
	Ec2Instance,
	LambdaFunction,
	Listener,
	SsmParameter,
	TaskDefinition,
} from "../../facts/resource-types";

const PRODUCTION = "https://shop.scalekit.com";
const DEVELOPMENT = "https://shop.scalekit.dev";
const PROPERTY = "environment.variables.SCALEKIT_ENVIRONMENT_URL";

const lambda = (variables: unknown) =>
	resource(LambdaFunction, "login", { runtime: "nodejs22.x", handler: "index.handler", environment: { variables } });
const at = (address: unknown) => lambda({ SCALEKIT_ENVIRONMENT_URL: address });
const container = (definition: object) =>
	resource(TaskDefinition, "shop", {
		family: "shop",
		containerDefinitions: jsonStringify([{ name: "web", image: "shop:4.2.0", ...definition }]),
	});
const issuer = (address: string) =>
	resource(Listener, "https", {
		port: 443,
		protocol: "HTTPS",
		defaultActions: [{ type: "authenticate-oidc", authenticateOidc: { issuer: address, clientId: "skc_1234567890123456" } }],
	});
const declared = (...scalekitHosts: string[]) => ({ project: { scalekitHosts } });

const passes = (title: string, ...stack: ExampleResource[]): Example => ({ title, verdict: "pass", stack });
const fails = (title: string, address: string): Example => ({ title, verdict: "fail", property: PROPERTY, stack: [at(address)] });
const leavesOpen = (title: string, address: unknown, reason: Undetermined["reason"] = "not-decidable"): Example => ({
	title,
	verdict: "undetermined",
	reason,
	property: PROPERTY,
	stack: [at(address)],
});

export const examples: readonly Example[] = [
	passes("A production environment", at(PRODUCTION)),
	passes("A custom domain", at("https://auth.shop.example")),
	passes(
		"Every name that Scalekit's pages use for the address",
		lambda({ SCALEKIT_ENV_URL: PRODUCTION, SK_ENV_URL: PRODUCTION, TOOL_ENV_URL: PRODUCTION, AUTH_SCALEKIT_ISSUER: PRODUCTION }),
	),
	fails("A development environment", DEVELOPMENT),
	{
		title: "A development environment in another profile than production",
		verdict: "not-applicable",
		project: { production: false },
		stack: [at(DEVELOPMENT)],
	},
	{
		title: "A development environment under each of the names",
		verdict: "fail",
		property: ["SCALEKIT_ENV_URL", "SK_ENV_URL", "TOOL_ENV_URL", "AUTH_SCALEKIT_ISSUER"].map((name) => `environment.variables.${name}`),
		stack: [
			lambda({ SCALEKIT_ENV_URL: DEVELOPMENT, SK_ENV_URL: DEVELOPMENT, TOOL_ENV_URL: DEVELOPMENT, AUTH_SCALEKIT_ISSUER: DEVELOPMENT }),
		],
	},
	fails("An address in capitals, with a slash behind", "https://SHOP.Scalekit.DEV/"),
	fails("A production environment over plain HTTP", "http://shop.scalekit.com"),
	fails("This machine", "http://localhost:8888"),
	fails("A private network", "https://10.0.3.7"),
	fails("An address without https://", "shop.scalekit.com"),
	fails("A placeholder", "<your-environment-url>"),
	fails("A placeholder for the label", "https://<your-subdomain>.scalekit.com"),
	fails("A placeholder in braces", "https://{your-subdomain}.scalekit.com"),
	fails("The address of Scalekit's samples", "https://your-env.scalekit.com"),
	{
		title: "A development environment in variables with neutral names",
		verdict: "fail",
		property: ["SCALEKIT_URL", "SCALEKIT_BASE_URL", "OIDC_ISSUER", "JWKS_URI", "SCALEKIT_HOST"].map(
			(name) => `environment.variables.${name}`,
		),
		stack: [
			lambda({
				SCALEKIT_URL: DEVELOPMENT,
				SCALEKIT_BASE_URL: `${DEVELOPMENT}/`,
				OIDC_ISSUER: DEVELOPMENT,
				JWKS_URI: `${DEVELOPMENT}/keys`,
				SCALEKIT_HOST: "shop.scalekit.dev",
			}),
		],
	},
	{
		title: "A development environment under a development name",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "environment.variables.SCALEKIT_DEV_URL",
		stack: [lambda({ SCALEKIT_DEV_URL: DEVELOPMENT })],
	},
	{
		title: "Addresses that only have the name in them",
		verdict: "not-applicable",
		stack: [
			lambda({
				DOCS_URL: "https://docs.shop.example/scalekit.dev",
				SUPPORT: "write to https://help.scalekit.dev.shop.example",
				OTHER: "https://notscalekit.dev",
			}),
		],
	},
	{
		title: "A parameter under another name with a development environment",
		verdict: "fail",
		property: "value",
		stack: [resource(SsmParameter, "scalekit", { name: "/prod/scalekit/url", type: "String", value: DEVELOPMENT })],
	},
	{
		title: 'A document with a "scalekit" section',
		verdict: "fail",
		property: "environment.variables.CONFIG",
		stack: [lambda({ CONFIG: jsonStringify({ scalekit: { environmentUrl: "https://app.scalekit.com" } }) })],
	},
	{
		title: "A document with a development environment under any key",
		verdict: "fail",
		property: "environment.variables.CONFIG",
		stack: [lambda({ CONFIG: jsonStringify({ login: { issuer: DEVELOPMENT } }) })],
	},
	{
		title: "User data that mentions a development environment in a comment",
		verdict: "not-applicable",
		stack: [resource(Ec2Instance, "web", { userData: `#!/bin/bash\n# SCALEKIT_URL=${DEVELOPMENT} for tests\nexec /opt/shop/run\n` })],
	},
	fails("Scalekit's dashboard", "https://app.scalekit.com"),
	fails("Scalekit's own domain", "https://scalekit.com"),
	fails("A development environment below an older domain", "https://shop-dev.scalekit.cloud"),
	leavesOpen("An environment below an older domain", "https://shop.scalekit.cloud"),
	leavesOpen("A production environment whose name suggests another one", "https://shop-staging.scalekit.com"),
	leavesOpen("A production environment with a slash behind, to which the SDK appends its paths", `${PRODUCTION}/`),
	leavesOpen("A form of host that is not documented", "https://shop.eu.scalekit.com"),
	leavesOpen("An address that is an output of another resource", UNKNOWN, "known-after-deployment"),
	{
		title: "A document about Scalekit that is unknown until deployment",
		verdict: "undetermined",
		property: "environment.variables.SCALEKIT_CONFIG",
		stack: [lambda({ SCALEKIT_CONFIG: UNKNOWN })],
	},
	{
		title: "An address that a document holds",
		verdict: "fail",
		property: "environment.variables.CONFIG",
		stack: [lambda({ CONFIG: jsonStringify({ scalekitEnvUrl: DEVELOPMENT }) })],
	},
	{
		title: "The host that readiness.yaml names",
		verdict: "pass",
		...declared("shop.scalekit.cloud"),
		stack: [at("https://shop.scalekit.cloud")],
	},
	{
		title: "The custom domain that readiness.yaml names",
		verdict: "pass",
		...declared("shop.scalekit.com", "auth.shop.example"),
		stack: [at("https://auth.shop.example")],
	},
	{
		title: "A custom domain that readiness.yaml does not name",
		verdict: "fail",
		property: PROPERTY,
		...declared("shop.scalekit.com"),
		stack: [at("https://auth.other.example")],
	},
	{
		title: "Another production environment than readiness.yaml names",
		verdict: "fail",
		property: PROPERTY,
		...declared("shop.scalekit.com"),
		stack: [at("https://other.scalekit.com")],
	},
	{
		title: "A production environment, of which readiness.yaml names the custom domain only",
		verdict: "pass",
		...declared("auth.shop.example"),
		stack: [at(PRODUCTION)],
	},
	{
		title: "A container with a development environment",
		verdict: "fail",
		property: "containerDefinitions[0].environment[0].value",
		stack: [container({ environment: [{ name: "SCALEKIT_ENVIRONMENT_URL", value: DEVELOPMENT }] })],
	},
	{
		title: "A container that gets the address from a parameter",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			container({
				secrets: [{ name: "SCALEKIT_ENVIRONMENT_URL", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/scalekit" }],
			}),
		],
	},
	{
		title: "An App Runner service with a development environment",
		verdict: "fail",
		property: "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables.SCALEKIT_ENV_URL",
		stack: [
			resource(AppRunnerService, "web", {
				sourceConfiguration: {
					imageRepository: {
						imageIdentifier: "shop:4.2.0",
						imageConfiguration: { runtimeEnvironmentVariables: { SCALEKIT_ENV_URL: DEVELOPMENT } },
					},
				},
			}),
		],
	},
	{
		title: "A build with a development environment",
		verdict: "fail",
		property: "environment.environmentVariables[0].value",
		stack: [
			resource(CodeBuildProject, "build", {
				environment: { environmentVariables: [{ name: "NEXT_PUBLIC_SCALEKIT_ENV_URL", value: DEVELOPMENT }] },
			}),
		],
	},
	{
		title: "User data with a development environment",
		verdict: "fail",
		property: "userData",
		stack: [
			resource(Ec2Instance, "web", { userData: `#!/bin/bash\nexport SCALEKIT_ENVIRONMENT_URL=${DEVELOPMENT}\nexec /opt/shop/run\n` }),
		],
	},
	{
		title: "A parameter with a development environment",
		verdict: "fail",
		property: "value",
		stack: [
			resource(SsmParameter, "scalekit", { name: "/shop/prod/scalekit/environment-url", type: "String", value: secret(DEVELOPMENT) }),
		],
	},
	{
		title: "A parameter with the production environment",
		verdict: "pass",
		stack: [resource(SsmParameter, "scalekit", { name: "/shop/prod/SCALEKIT_ENV_URL", type: "String", insecureValue: PRODUCTION })],
	},
	{
		title: "A parameter for something else",
		verdict: "not-applicable",
		stack: [resource(SsmParameter, "level", { name: "/shop/prod/log-level", type: "String", value: UNKNOWN })],
	},
	{
		title: "A load balancer that authenticates users with a development environment",
		verdict: "fail",
		property: "defaultActions[0].authenticateOidc.issuer",
		stack: [issuer(DEVELOPMENT)],
	},
	{
		title: "A load balancer that authenticates users with another identity provider",
		verdict: "not-applicable",
		stack: [issuer("https://accounts.google.com")],
	},
	{
		title: "A name that others use too, with an address that is not Scalekit's",
		verdict: "not-applicable",
		stack: [lambda({ TOOL_ENV_URL: "https://jenkins.shop.example" })],
	},
	{
		title: "A function that has nothing to do with Scalekit",
		verdict: "not-applicable",
		stack: [lambda({ TABLE: UNKNOWN, API_URL: "http://api.shop.internal" })],
	},
];
