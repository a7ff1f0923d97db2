import { type Example, jsonStringify, ref, resource, secret, UNKNOWN } from "../../engine/example";
import { AppRunnerService, CodeBuildProject, Ec2Instance, LambdaFunction, Secret, TaskDefinition } from "../../facts/resource-types";

const CLIENT_SECRET = "test_N0tAR3alSecret0123456789";
const WEBHOOK_SECRET = "whsec_Tm90QVJlYWxTZWNyZXQwMTIzNDU2Nzg5";
const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/scalekit-AbCdEf";
const PATH = "environment.variables.";

const container = (definition: object) =>
	resource(TaskDefinition, "shop", {
		family: "shop",
		containerDefinitions: jsonStringify([{ name: "web", image: "shop:4.2.0", ...definition }]),
	});
const lambda = (variables: unknown) =>
	resource(LambdaFunction, "login", { runtime: "nodejs22.x", handler: "index.handler", environment: { variables } });

export const examples: readonly Example[] = [
	{
		title: "A container that gets the client secret by reference",
		verdict: "pass",
		stack: [
			container({
				environment: [{ name: "SCALEKIT_CLIENT_ID", value: "skc_1234567890123456" }],
				secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: `${ARN}:clientSecret::` }],
			}),
		],
	},
	{
		title: "A container that gets the client secret in plain text",
		verdict: "fail",
		property: "containerDefinitions[0].environment[1].value",
		stack: [
			container({
				environment: [
					{ name: "SCALEKIT_CLIENT_ID", value: "skc_1234567890123456" },
					{ name: "SCALEKIT_CLIENT_SECRET", value: CLIENT_SECRET },
				],
			}),
		],
	},
	{
		title: "A function that gets every secret of Scalekit's in plain text",
		verdict: "fail",
		property: [
			"SK_CLIENT_SECRET",
			"SCALEKIT_WEBHOOK_SECRET",
			"SCALEKIT_INTERCEPTOR_SECRET",
			"COOKIE_ENCRYPTION_SECRET",
			"AUTH_SCALEKIT_SECRET",
		].map((name) => PATH + name),
		stack: [
			lambda({
				SK_CLIENT_SECRET: CLIENT_SECRET,
				SCALEKIT_WEBHOOK_SECRET: WEBHOOK_SECRET,
				SCALEKIT_INTERCEPTOR_SECRET: WEBHOOK_SECRET,
				COOKIE_ENCRYPTION_SECRET: "NotARealSecret0123456789abcdef01",
				AUTH_SCALEKIT_SECRET: CLIENT_SECRET,
			}),
		],
	},
	{
		title: "A Pulumi secret, which AWS shows in plain text all the same",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: secret(CLIENT_SECRET) })],
	},
	{
		title: "A Pulumi secret that a state does not show",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: secret(UNKNOWN) })],
	},
	{
		title: "A Pulumi secret that a state does not show, under the name of a reference",
		verdict: "undetermined",
		reason: "secret",
		property: `${PATH}SCALEKIT_CLIENT_SECRET_ARN`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET_ARN: secret(UNKNOWN) })],
	},
	{
		title: "A function that gets the ARN of the secret",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [lambda({ SCALEKIT_CLIENT_SECRET_ARN: ref("scalekit"), LOG_LEVEL: "info" }), resource(Secret, "scalekit", {})],
	},
	{
		title: "The same before the ARN is known",
		verdict: "undetermined",
		forms: ["preview"],
		property: `${PATH}SCALEKIT_CLIENT_SECRET_ARN`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET_ARN: ref("scalekit"), LOG_LEVEL: "info" }), resource(Secret, "scalekit", {})],
	},
	{
		title: "A container that gets the secret itself where the reference belongs",
		verdict: "fail",
		property: "containerDefinitions[0].secrets[0].valueFrom",
		stack: [container({ secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: CLIENT_SECRET }] })],
	},
	{
		title: "A container that gets a placeholder where the reference belongs",
		verdict: "fail",
		property: "containerDefinitions[0].secrets[0].valueFrom",
		stack: [container({ secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: "changeme" }] })],
	},
	{
		title: "A container that gets a parameter whose name starts like a secret for tests",
		verdict: "pass",
		stack: [container({ secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: "test_scalekitClientSecret2" }] })],
	},
	{
		title: "A container whose other variables are in a file in S3",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "containerDefinitions[0].environmentFiles",
		stack: [container({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::shop-config/web.env" }] })],
	},
	{
		title: "A function that gets the secret itself under the name of its ARN, its ID or its name",
		verdict: "fail",
		property: ["SCALEKIT_CLIENT_SECRET_ARN", "SCALEKIT_CLIENT_SECRET_ID", "SCALEKIT_WEBHOOK_SECRET_NAME", "SCALEKIT_CLIENT_SECRET_REF"].map(
			(name) => PATH + name,
		),
		stack: [
			lambda({
				SCALEKIT_CLIENT_SECRET_ARN: CLIENT_SECRET,
				SCALEKIT_CLIENT_SECRET_ID: CLIENT_SECRET,
				SCALEKIT_WEBHOOK_SECRET_NAME: WEBHOOK_SECRET,
				SCALEKIT_CLIENT_SECRET_REF: "changeme",
			}),
		],
	},
	{
		title: "The URL of the token endpoint, which is not a secret",
		verdict: "not-applicable",
		stack: [lambda({ SCALEKIT_TOKEN_URL: "https://shop.scalekit.com/oauth/token" })],
	},
	{
		title: "A list of client secrets in plain text",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CLIENT_SECRETS`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRETS: `${CLIENT_SECRET},${CLIENT_SECRET}` })],
	},
	{
		title: "A secret that starts with a slash, as base64 may",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: "/N0tARealSecret2+lqPz8mN4vB7xC1wQ" })],
	},
	{
		title: "A document named after Scalekit, with the client secret",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CONFIG`,
		stack: [lambda({ SCALEKIT_CONFIG: jsonStringify({ clientId: "skc_1234567890123456", clientSecret: CLIENT_SECRET }) })],
	},
	{
		title: 'A document with a "scalekit" section that contains a reference',
		verdict: "pass",
		stack: [lambda({ CONFIG: jsonStringify({ scalekit: { clientId: "skc_1234567890123456", clientSecret: ARN } }) })],
	},
	{
		title: "A function that gets the ARN of the secret under the name of the secret itself",
		verdict: "pass",
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: ARN })],
	},
	{
		title: "A function that gets the name of the secret",
		verdict: "pass",
		stack: [lambda({ SCALEKIT_CLIENT_SECRET_NAME: "shop-scalekit" })],
	},
	{
		title: "A value that may be the name of the secret",
		verdict: "undetermined",
		reason: "not-decidable",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: "shop-prod-scalekit" })],
	},
	{
		title: "A key whose name ends like a pointer's",
		verdict: "fail",
		property: `${PATH}SCALEKIT_SECRET_KEY`,
		stack: [lambda({ SCALEKIT_SECRET_KEY: CLIENT_SECRET })],
	},
	{
		title: "A placeholder where the client secret belongs",
		verdict: "fail",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: "<your-client-secret>" })],
	},
	{
		title: "A document in one variable, with the client secret in it",
		verdict: "fail",
		property: `${PATH}SCALEKIT`,
		stack: [lambda({ SCALEKIT: jsonStringify({ scalekitClientId: "skc_1234567890123456", scalekitClientSecret: CLIENT_SECRET }) })],
	},
	{
		title: "An App Runner service that gets the webhook secret by reference",
		verdict: "pass",
		stack: [
			resource(AppRunnerService, "web", {
				serviceName: "web",
				sourceConfiguration: {
					imageRepository: {
						imageIdentifier: "shop:4.2.0",
						imageRepositoryType: "ECR",
						imageConfiguration: { runtimeEnvironmentSecrets: { SCALEKIT_WEBHOOK_SECRET: ARN } },
					},
				},
			}),
		],
	},
	{
		title: "A build that gets the client secret by name",
		verdict: "pass",
		stack: [
			resource(CodeBuildProject, "deploy", {
				environment: {
					environmentVariables: [{ name: "SCALEKIT_CLIENT_SECRET", type: "SECRETS_MANAGER", value: "shop/scalekit:clientSecret" }],
				},
			}),
		],
	},
	{
		title: "A build that gets the client secret itself where its name belongs",
		verdict: "fail",
		property: "environment.environmentVariables[0].value",
		stack: [
			resource(CodeBuildProject, "deploy", {
				environment: { environmentVariables: [{ name: "SCALEKIT_CLIENT_SECRET", type: "SECRETS_MANAGER", value: CLIENT_SECRET }] },
			}),
		],
	},
	{
		title: "A build that gets the client secret in plain text",
		verdict: "fail",
		property: "environment.environmentVariables[0].value",
		stack: [
			resource(CodeBuildProject, "deploy", {
				environment: { environmentVariables: [{ name: "SCALEKIT_CLIENT_SECRET", type: "PLAINTEXT", value: CLIENT_SECRET }] },
			}),
		],
	},
	{
		title: "User data that sets the client secret",
		verdict: "fail",
		property: "userData",
		stack: [
			resource(Ec2Instance, "web", { userData: `#!/bin/bash\nexport SCALEKIT_CLIENT_SECRET=${CLIENT_SECRET}\nexec /opt/shop/run\n` }),
		],
	},
	{
		title: "User data that fetches the client secret",
		verdict: "pass",
		stack: [
			resource(Ec2Instance, "web", {
				userData:
					'#!/bin/bash\nexport SCALEKIT_CLIENT_SECRET="$(aws secretsmanager get-secret-value --secret-id shop/scalekit --query SecretString --output text)"\n',
			}),
		],
	},
	{
		title: "A client secret that is an output of another resource",
		verdict: "undetermined",
		property: `${PATH}SCALEKIT_CLIENT_SECRET`,
		stack: [lambda({ SCALEKIT_CLIENT_SECRET: UNKNOWN })],
	},
	{
		title: "A document about Scalekit that is unknown until deployment",
		verdict: "undetermined",
		property: `${PATH}SCALEKIT_CONFIG`,
		stack: [lambda({ SCALEKIT_CONFIG: UNKNOWN })],
	},
	{
		title: "A variable for something else that is unknown until deployment",
		verdict: "not-applicable",
		stack: [lambda({ TABLE_NAME: UNKNOWN })],
	},
	{
		title: "Containers unknown until deployment",
		verdict: "undetermined",
		property: "containerDefinitions",
		stack: [resource(TaskDefinition, "shop", { family: "shop", containerDefinitions: UNKNOWN })],
	},
	{
		title: "A function that has nothing to do with Scalekit",
		verdict: "not-applicable",
		stack: [lambda({ DB_PASSWORD: "hunter2Xq9v", TABLE: UNKNOWN })],
	},
	{
		title: "A function without variables",
		verdict: "not-applicable",
		stack: [resource(LambdaFunction, "login", { runtime: "nodejs22.x" })],
	},
];
