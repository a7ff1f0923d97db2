import { gzipSync } from "node:zlib";
import { type Example, interpolate, jsonStringify, ref, resource, secret, UNKNOWN, withLegacyToken } from "../../engine/example";
import {
	AmplifyApp,
	AmplifyBranch,
	AppRunnerService,
	BatchJobDefinition,
	BeanstalkEnvironment,
	CloudFrontFunction,
	CodeBuildProject,
	Ec2Instance,
	GlueJob,
	HttpStage,
	LambdaFunction,
	LaunchConfiguration,
	LaunchTemplate,
	Listener,
	ListenerRule,
	RestStage,
	Secret,
	SsmDocument,
	StateMachine,
	TaskDefinition,
} from "../../facts/resource-types";

const PASSWORD = "not-really-s3cr3t-Xq9v";
const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf";
const KEY = "-----BEGIN PRIVATE KEY-----\nTk9UIEEgS0VZ\n-----END PRIVATE KEY-----\n";
const IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:4.2.0";

const containers = (...definitions: object[]) => definitions.map((each) => ({ name: "web", image: IMAGE, essential: true, ...each }));
const task = (containerDefinitions: unknown) =>
	resource(TaskDefinition, "shop", { family: "shop", networkMode: "awsvpc", containerDefinitions });
const container = (definition: object) => task(jsonStringify(containers(definition)));
const lambda = (variables: unknown) =>
	resource(LambdaFunction, "login", {
		runtime: "nodejs22.x",
		handler: "index.handler",
		role: "arn:aws:iam::123456789012:role/login",
		environment: { variables },
	});
const image = (imageConfiguration: object) =>
	resource(AppRunnerService, "web", {
		serviceName: "web",
		sourceConfiguration: { imageRepository: { imageIdentifier: IMAGE, imageRepositoryType: "ECR", imageConfiguration } },
	});
const build = (...environmentVariables: object[]) =>
	resource(CodeBuildProject, "deploy", {
		serviceRole: "arn:aws:iam::123456789012:role/deploy",
		environment: {
			computeType: "BUILD_GENERAL1_SMALL",
			image: "aws/codebuild/standard:7.0",
			type: "LINUX_CONTAINER",
			environmentVariables,
		},
	});
const instance = (inputs: object) =>
	resource(Ec2Instance, "bastion", { ami: "ami-0fake0fake0fake00", instanceType: "t3.micro", ...inputs });
const beanstalk = (...settings: [namespace: string, name: string, value: unknown][]) =>
	resource(BeanstalkEnvironment, "shop", { settings: settings.map(([namespace, name, value]) => ({ namespace, name, value })) });
const job = (containerProperties: unknown) => resource(BatchJobDefinition, "nightly", { type: "container", containerProperties });
const script = (line: string) => `#!/bin/bash\nset -eu\n${line}\nexec /opt/shop/run\n`;
const base64 = (value: string) => Buffer.from(value).toString("base64");
const oidc = (clientSecret: unknown) => [
	{
		type: "authenticate-oidc",
		authenticateOidc: {
			issuer: "https://login.shop.example",
			authorizationEndpoint: "https://login.shop.example/oauth/authorize",
			tokenEndpoint: "https://login.shop.example/oauth/token",
			userInfoEndpoint: "https://login.shop.example/userinfo",
			clientId: "skc_1234567890123456",
			clientSecret,
		},
	},
	{ type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" },
];
const listener = (clientSecret: unknown) =>
	resource(Listener, "https", { port: 443, protocol: "HTTPS", defaultActions: oidc(clientSecret) });

const ecs: readonly Example[] = [
	{
		title: "A container gets its password by reference",
		verdict: "pass",
		stack: [container({ environment: [{ name: "PORT", value: "3000" }], secrets: [{ name: "DB_PASSWORD", valueFrom: ARN }] })],
	},
	{
		title: "A container gets its password in plain text",
		verdict: "fail",
		property: "containerDefinitions[0].environment[2].value",
		stack: [
			container({
				environment: [
					{ name: "PORT", value: "3000" },
					{ name: "DB_HOST", value: "db.shop.internal" },
					{ name: "DB_PASSWORD", value: PASSWORD },
				],
			}),
		],
	},
	{
		title: "Two containers, of which the second gets two secrets in plain text",
		verdict: "fail",
		property: ["containerDefinitions[1].environment[0].value", "containerDefinitions[1].environment[1].value"],
		stack: [
			task(
				jsonStringify(
					containers(
						{ environment: [{ name: "PORT", value: "3000" }] },
						{
							name: "worker",
							environment: [
								{ name: "API_KEY", value: PASSWORD },
								{ name: "DATABASE_URL", value: `postgres://shop:${PASSWORD}@db.shop.internal:5432/shop` },
							],
						},
					),
				),
			),
		],
	},
	{
		title: "Container definitions given as an object, with names in capitals as other tools write them",
		verdict: "fail",
		property: "containerDefinitions[0].Environment[0].Value",
		stack: [task([{ Name: "web", Image: IMAGE, Environment: [{ Name: "JWT_SECRET", Value: PASSWORD }] }])],
	},
	{
		title: "Variables that only sound like secrets",
		verdict: "pass",
		stack: [
			container({
				environment: [
					{ name: "SECRETS_ARN", value: ARN },
					{ name: "TOKEN_URL", value: "https://login.shop.example/oauth/token" },
					{ name: "TOKEN_TTL", value: "3600" },
					{ name: "DB_PASSWORD_FILE", value: "/run/secrets/db" },
					{ name: "CSRF_TOKEN_HEADER", value: "X-CSRF-Token" },
					{ name: "STRIPE_PUBLISHABLE_KEY", value: "pk_live_FakeFakeFakeFake0123" },
					{ name: "NEXT_PUBLIC_API_KEY", value: "shop-web" },
					{ name: "SCALEKIT_CLIENT_ID", value: "skc_1234567890123456" },
					{ name: "PASSWORD_LOGIN_ENABLED", value: "false" },
				],
			}),
		],
	},
	{
		title: "A command that carries a secret behind a flag",
		verdict: "fail",
		property: "containerDefinitions[0].command[2]",
		stack: [container({ command: ["server", "--api-key", PASSWORD, "--port", "3000"] })],
	},
	{
		title: "A shell command that sets a secret",
		verdict: "fail",
		property: "containerDefinitions[0].entryPoint[2]",
		stack: [container({ entryPoint: ["sh", "-c", `DB_PASSWORD=${PASSWORD} exec server`] })],
	},
	{
		title: "A container that gets a token itself where the reference belongs",
		verdict: "fail",
		property: "containerDefinitions[0].secrets[0].valueFrom",
		stack: [container({ secrets: [{ name: "GITHUB_TOKEN", valueFrom: "ghp_FakeFakeFake0123FakeFakeFake0123Fake" }] })],
	},
	{
		title: "A container whose variables are in a file in S3",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "containerDefinitions[0].environmentFiles",
		stack: [container({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::shop-config/web.env" }] })],
	},
	{
		title: "A health check that sends a credential",
		verdict: "fail",
		property: "containerDefinitions[0].healthCheck.command[1]",
		stack: [
			container({
				healthCheck: { command: ["CMD-SHELL", `curl -f -H "Authorization: Bearer ${PASSWORD}" http://localhost:3000/healthz`] },
			}),
		],
	},
	{
		title: "A log driver that gets its token among its options",
		verdict: "fail",
		property: "containerDefinitions[0].logConfiguration.options.splunk-token",
		stack: [
			container({
				logConfiguration: { logDriver: "splunk", options: { "splunk-url": "https://splunk.shop.example", "splunk-token": PASSWORD } },
			}),
		],
	},
	{
		title: "A log driver that gets its token by reference",
		verdict: "pass",
		stack: [
			container({
				logConfiguration: {
					logDriver: "awsfirelens",
					options: { Name: "datadog", TLS: "on" },
					secretOptions: [{ name: "apikey", valueFrom: ARN }],
				},
			}),
		],
	},
	{
		title: "A placeholder where the password belongs",
		verdict: "fail",
		property: "containerDefinitions[0].environment[0].value",
		stack: [container({ environment: [{ name: "DB_PASSWORD", value: "CHANGE_ME" }] })],
	},
	{
		title: "A value that may be the name of a secret",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "containerDefinitions[0].environment[0].value",
		stack: [container({ environment: [{ name: "DB_SECRET", value: "shop-prod-db" }] })],
	},
	{
		title: "The name of a secret that Pulumi named",
		verdict: "undetermined",
		reason: "not-decidable",
		forms: ["state", "old-state"],
		property: "containerDefinitions[0].environment[0].value",
		stack: [container({ environment: [{ name: "DB_SECRET", value: ref("shopDb", "name") }] }), resource(Secret, "shopDb", {})],
	},
	{
		title: "One output in the JSON text hides all of it until deployment",
		verdict: "undetermined",
		property: "containerDefinitions",
		forms: ["preview"],
		stack: [
			container({
				environment: [
					{ name: "DB_SECRET_ARN", value: ref("db") },
					{ name: "API_KEY", value: PASSWORD },
				],
			}),
			resource(Secret, "db", {}),
		],
	},
	{
		title: "The same JSON text in a state",
		verdict: "fail",
		property: "containerDefinitions[0].environment[1].value",
		forms: ["state", "old-state"],
		stack: [
			container({
				environment: [
					{ name: "DB_SECRET_ARN", value: ref("db") },
					{ name: "API_KEY", value: PASSWORD },
				],
			}),
			resource(Secret, "db", {}),
		],
	},
	{
		title: "Container definitions that are not JSON",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "containerDefinitions",
		stack: [task("- name: web")],
	},
	{ title: "A container without variables", verdict: "not-applicable", stack: [container({})] },
	{
		title: "A container whose only variable is a Scalekit secret, which scalekit-secret-by-reference reports",
		verdict: "not-applicable",
		stack: [container({ environment: [{ name: "SCALEKIT_CLIENT_SECRET", value: PASSWORD }] })],
	},
];

const functions: readonly Example[] = [
	{ title: "A function that gets the ARN of its secret", verdict: "pass", stack: [lambda({ DB_SECRET_ARN: ARN, LOG_LEVEL: "info" })] },
	{
		title: "A function that gets its password in plain text",
		verdict: "fail",
		property: "environment.variables.DB_PASSWORD",
		stack: [lambda({ DB_PASSWORD: PASSWORD, LOG_LEVEL: "info" })],
	},
	{
		title: "A Pulumi secret, which AWS shows in plain text all the same",
		verdict: "fail",
		property: "environment.variables.DB_PASSWORD",
		stack: [lambda({ DB_PASSWORD: secret(PASSWORD) })],
	},
	{
		title: "A private key in a variable with a neutral name",
		verdict: "fail",
		property: "environment.variables.SETTING_7",
		stack: [lambda({ SETTING_7: KEY })],
	},
	{
		title: "A document in one variable, with a password among its settings",
		verdict: "fail",
		property: "environment.variables.CONFIG",
		stack: [lambda({ CONFIG: jsonStringify({ database: { host: "db.shop.internal", user: "shop", password: PASSWORD } }) })],
	},
	{
		title: "A document in one variable, with references only",
		verdict: "pass",
		stack: [lambda({ CONFIG: jsonStringify({ database: { host: "db.shop.internal", passwordSecretArn: ARN } }) })],
	},
	{
		title: "A connection string that is put together with a password",
		verdict: "fail",
		property: "environment.variables.REDIS_URL",
		stack: [lambda({ REDIS_URL: interpolate("rediss://:", PASSWORD, "@cache.shop.internal:6379") })],
	},
	{
		title: "Public keys",
		verdict: "pass",
		stack: [
			lambda({
				JWKS: jsonStringify({ keys: [{ kty: "RSA", kid: "snk_1", e: "AQAB", n: "FakeFakeFake0123" }] }),
				JWT_PUBLIC_KEY: KEY.replaceAll("PRIVATE", "PUBLIC"),
			}),
		],
	},
	{
		title: "A password that is an output of another resource",
		verdict: "undetermined",
		property: "environment.variables.DB_PASSWORD",
		stack: [lambda({ DB_PASSWORD: UNKNOWN, LOG_LEVEL: "info" })],
	},
	{
		title: "A Pulumi secret under a password's name, also where its value is not shown",
		verdict: "fail",
		property: "environment.variables.DB_PASSWORD",
		stack: [lambda({ DB_PASSWORD: secret(UNKNOWN) })],
	},
	...["DB_PASSWORD_HASH", "DB_SECRET_ARN", "DB_SECRET_NAME", "SCALEKIT_CLIENT_ID"].map(
		(name): Example => ({
			title: `A value of ${name} from the configuration, which a state does not show`,
			verdict: "undetermined",
			reason: "secret",
			property: `environment.variables.${name}`,
			stack: [lambda({ [name]: secret(UNKNOWN) })],
		}),
	),
	{
		title: "Plain variables that are outputs: one line for all of them",
		verdict: "undetermined",
		property: "environment.variables.TABLE",
		stack: [lambda({ TABLE: UNKNOWN, QUEUE: UNKNOWN, BUCKET: UNKNOWN })],
	},
	{ title: "Variables unknown until deployment", verdict: "undetermined", property: "environment.variables", stack: [lambda(UNKNOWN)] },
	{
		title: "A function without variables",
		verdict: "not-applicable",
		stack: [resource(LambdaFunction, "login", { runtime: "nodejs22.x" })],
	},
];

const others: readonly Example[] = [
	{
		title: "An App Runner service that gets its token by reference",
		verdict: "pass",
		stack: [image({ port: "3000", runtimeEnvironmentSecrets: { API_TOKEN: ARN }, runtimeEnvironmentVariables: { LOG_LEVEL: "info" } })],
	},
	{
		title: "An App Runner service that gets its token in plain text",
		verdict: "fail",
		property: "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables.API_TOKEN",
		stack: [image({ port: "3000", runtimeEnvironmentVariables: { API_TOKEN: PASSWORD } })],
	},
	{
		title: "An App Runner service from a repository, with a secret in plain text",
		verdict: "fail",
		property: "sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables.SESSION_SECRET",
		stack: [
			resource(AppRunnerService, "web", {
				serviceName: "web",
				sourceConfiguration: {
					codeRepository: {
						repositoryUrl: "https://github.com/shop/web",
						sourceCodeVersion: { type: "BRANCH", value: "main" },
						codeConfiguration: {
							configurationSource: "API",
							codeConfigurationValues: { runtime: "NODEJS_22", runtimeEnvironmentVariables: { SESSION_SECRET: PASSWORD } },
						},
					},
				},
			}),
		],
	},
	{
		title: "A build that gets its token in plain text, which is what no type means",
		verdict: "fail",
		property: "environment.environmentVariables[1].value",
		stack: [build({ name: "STAGE", value: "prod" }, { name: "NPM_TOKEN", value: PASSWORD })],
	},
	{
		title: "A build that gets its tokens by name",
		verdict: "pass",
		stack: [
			build(
				{ name: "NPM_TOKEN", type: "SECRETS_MANAGER", value: "shop-npm:token" },
				{ name: "SONAR_TOKEN", type: "PARAMETER_STORE", value: "/shop/sonar" },
			),
		],
	},
	{
		title: "A build whose variable has a type unknown until deployment",
		verdict: "undetermined",
		property: "environment.environmentVariables[0].type",
		stack: [build({ name: "NPM_TOKEN", type: UNKNOWN, value: PASSWORD })],
	},
	{
		title: "An App Runner service with a placeholder where the reference belongs",
		verdict: "fail",
		property: "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentSecrets.API_TOKEN",
		stack: [image({ port: "3000", runtimeEnvironmentSecrets: { API_TOKEN: "changeme" } })],
	},
	{
		title: "A build with a token itself where the name of the secret belongs",
		verdict: "fail",
		property: "environment.environmentVariables[0].value",
		stack: [build({ name: "GITHUB_TOKEN", type: "SECRETS_MANAGER", value: "ghp_FakeFakeFake0123FakeFakeFake0123Fake" })],
	},
	{
		title: "A buildspec that names its secrets",
		verdict: "pass",
		stack: [
			resource(CodeBuildProject, "deploy", {
				source: {
					type: "CODEPIPELINE",
					buildspec:
						"version: 0.2\nenv:\n  secrets-manager:\n    NPM_TOKEN: shop-npm:token\n  parameter-store:\n    DB_PASSWORD: shopDbPassword1\nphases:\n  build:\n    commands:\n      - npm ci\n",
				},
			}),
		],
	},
	{
		title: "A buildspec that holds a secret",
		verdict: "fail",
		property: "source.buildspec",
		stack: [
			resource(CodeBuildProject, "deploy", {
				source: { type: "CODEPIPELINE", buildspec: `version: 0.2\nenv:\n  variables:\n    NPM_TOKEN: ${PASSWORD}\n` },
			}),
		],
	},
	{
		title: "A buildspec that is a file in the repository",
		verdict: "pass",
		stack: [resource(CodeBuildProject, "deploy", { source: { type: "GITHUB", buildspec: "ci/buildspec.yml" } })],
	},
	{
		title: "A launch configuration whose user data holds a secret",
		verdict: "fail",
		property: "userData",
		stack: [resource(LaunchConfiguration, "web", { imageId: "ami-0fake0fake0fake00", userData: script(`export DB_PASSWORD=${PASSWORD}`) })],
	},
	{
		title: "User data that passes on what it is given",
		verdict: "pass",
		stack: [instance({ userData: script('connect() {\n  PASSWORD="$1"\n  printf "password=%s\\n" "$PASSWORD" > /run/db.conf\n}') })],
	},
	{
		title: "An Elastic Beanstalk environment with a secret in plain text",
		verdict: "fail",
		property: "settings[1].value",
		stack: [
			beanstalk(
				["aws:autoscaling:launchconfiguration", "InstanceType", "t3.micro"],
				["aws:elasticbeanstalk:application:environment", "DB_PASSWORD", PASSWORD],
			),
		],
	},
	{
		title: "An Elastic Beanstalk environment that gets its secret by reference",
		verdict: "pass",
		stack: [beanstalk(["aws:elasticbeanstalk:application:environmentsecrets", "DB_PASSWORD", ARN])],
	},
	{
		title: "An Elastic Beanstalk environment without variables",
		verdict: "not-applicable",
		stack: [beanstalk(["aws:autoscaling:launchconfiguration", "InstanceType", "t3.micro"])],
	},
	{
		title: "A batch job with a secret in plain text",
		verdict: "fail",
		property: "containerProperties.environment[0].value",
		stack: [job(jsonStringify({ image: IMAGE, environment: [{ name: "DB_PASSWORD", value: PASSWORD }] }))],
	},
	{
		title: "A batch job that gets its secret by reference",
		verdict: "pass",
		stack: [job(jsonStringify({ image: IMAGE, secrets: [{ name: "DB_PASSWORD", valueFrom: ARN }] }))],
	},
	{ title: "A batch job unknown until deployment", verdict: "undetermined", property: "containerProperties", stack: [job(UNKNOWN)] },
	{
		title: "An Amplify app with a secret in plain text",
		verdict: "fail",
		property: "environmentVariables.API_SECRET",
		stack: [resource(AmplifyApp, "web", { environmentVariables: { API_SECRET: PASSWORD } })],
	},
	{
		title: "An Amplify app whose build writes a token",
		verdict: "fail",
		property: "buildSpec",
		stack: [
			resource(AmplifyApp, "web", {
				buildSpec: `version: 1\nfrontend:\n  phases:\n    build:\n      commands:\n        - export NPM_TOKEN=${PASSWORD}\n`,
			}),
		],
	},
	{
		title: "A CloudFront function with a key in its code",
		verdict: "fail",
		property: "code",
		stack: [resource(CloudFrontFunction, "gate", { runtime: "cloudfront-js-2.0", code: `var apiKey = "${PASSWORD}";\n` })],
	},
	{
		title: "A CloudFront function without secrets",
		verdict: "pass",
		stack: [
			resource(CloudFrontFunction, "gate", { runtime: "cloudfront-js-2.0", code: "var token = event.request.cookies.token.value;\n" }),
		],
	},
	{
		title: "A state machine that sends a token",
		verdict: "fail",
		property: "definition",
		stack: [
			resource(StateMachine, "leavers", {
				roleArn: ARN,
				definition: jsonStringify({ States: { Call: { Parameters: { Headers: { Authorization: `Bearer ${PASSWORD}` } } } } }),
			}),
		],
	},
	{
		title: "A state machine that calls a function",
		verdict: "pass",
		stack: [
			resource(StateMachine, "leavers", {
				roleArn: ARN,
				definition: jsonStringify({ States: { Call: { Type: "Task", Parameters: { "token.$": "$$.Task.Token" } } } }),
			}),
		],
	},
	{
		title: "An SSM document that sets a password",
		verdict: "fail",
		property: "content",
		stack: [
			resource(SsmDocument, "join", {
				documentType: "Command",
				documentFormat: "YAML",
				content: `runCommand:\n  - export JOIN_PASSWORD='${PASSWORD}'\n`,
			}),
		],
	},
	{
		title: "An SSM document that reads a parameter",
		verdict: "pass",
		stack: [
			resource(SsmDocument, "join", {
				documentType: "Command",
				documentFormat: "YAML",
				content: "runCommand:\n  - export JOIN_PASSWORD='{{ssm-secure:/shop/join}}'\n",
			}),
		],
	},
	{
		title: "A Glue job with a password among its arguments",
		verdict: "fail",
		property: "defaultArguments.--db_password",
		stack: [
			resource(GlueJob, "ledger", {
				roleArn: ARN,
				command: { scriptLocation: "s3://shop/ledger.py" },
				defaultArguments: { "--db_password": PASSWORD },
			}),
		],
	},
	{
		title: "A Glue job that gets the ARN of its secret",
		verdict: "pass",
		stack: [
			resource(GlueJob, "ledger", {
				roleArn: ARN,
				command: { scriptLocation: "s3://shop/ledger.py" },
				defaultArguments: { "--secret_arn": ARN },
			}),
		],
	},
	{
		title: "An instance with a password in a tag",
		verdict: "fail",
		property: "tags.AdminPassword",
		stack: [instance({ tags: { Name: "bastion", AdminPassword: PASSWORD } })],
	},
	{
		title: "A launch template that tags volumes with a token",
		verdict: "fail",
		property: "tagSpecifications[0].tags.AgentToken",
		stack: [resource(LaunchTemplate, "web", { tagSpecifications: [{ resourceType: "volume", tags: { AgentToken: PASSWORD } }] })],
	},
	{
		title: "A variable whose name begins with two underscores",
		verdict: "fail",
		property: "environment.variables.__COOKIE_SECRET",
		stack: [lambda({ __COOKIE_SECRET: PASSWORD })],
	},
	{
		title: "An Amplify branch with a secret in plain text",
		verdict: "fail",
		property: "environmentVariables.API_SECRET",
		stack: [resource(AmplifyBranch, "main", { branchName: "main", environmentVariables: { API_SECRET: PASSWORD } })],
	},
	{
		title: "A stage of a REST API with a secret in plain text",
		verdict: "fail",
		property: "variables.apiKey",
		stack: [resource(RestStage, "v1", { stageName: "v1", variables: { apiKey: PASSWORD } })],
	},
	{
		title: "A stage of an HTTP API that names a function",
		verdict: "pass",
		stack: [resource(HttpStage, "v1", { name: "v1", stageVariables: { function: "login" } })],
	},
	{
		title: "User data that fetches its secret",
		verdict: "pass",
		stack: [
			instance({
				userData: script(
					'export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id shop/db --query SecretString --output text)"',
				),
			}),
		],
	},
	{
		title: "User data that holds a secret",
		verdict: "fail",
		property: "userData",
		stack: [instance({ userData: script(`export DB_PASSWORD=${PASSWORD}`) })],
	},
	{
		title: "User data in base64 that holds a secret",
		verdict: "fail",
		property: "userDataBase64",
		stack: [instance({ userDataBase64: base64(script(`docker build --build-arg NPM_TOKEN=${PASSWORD} .`)) })],
	},
	{
		title: "A launch template whose packed user data holds a private key",
		verdict: "fail",
		property: "userData",
		stack: [resource(LaunchTemplate, "web", { userData: gzipSync(script(`cat > /etc/key <<END\n${KEY}END`)).toString("base64") })],
	},
	{ title: "User data with an output in it", verdict: "undetermined", property: "userData", stack: [instance({ userData: UNKNOWN })] },
	{ title: "An instance without user data", verdict: "not-applicable", stack: [instance({})] },
	{
		title: "A listener that authenticates users with a client secret from the program",
		verdict: "fail",
		property: "defaultActions[0].authenticateOidc.clientSecret",
		stack: [listener(PASSWORD)],
	},
	{
		title: "The same under the older type token",
		verdict: "fail",
		property: "defaultActions[0].authenticateOidc.clientSecret",
		stack: [withLegacyToken(listener(PASSWORD), Listener)],
	},
	{
		title: "A listener rule that authenticates users with a client secret from the program",
		verdict: "fail",
		property: "actions[0].authenticateOidc.clientSecret",
		stack: [resource(ListenerRule, "admin", { actions: oidc(PASSWORD), conditions: [{ pathPattern: { values: ["/admin/*"] } }] })],
	},
	{
		title: "A client secret that the program keeps as a Pulumi secret, the best form that a load balancer takes",
		verdict: "not-applicable",
		stack: [listener(secret(PASSWORD))],
	},
	{ title: "The same in a state, which does not show it", verdict: "not-applicable", stack: [listener(secret(UNKNOWN))] },
	{
		title: "A client secret that is an output without Pulumi's mark",
		verdict: "undetermined",
		property: "defaultActions[0].authenticateOidc.clientSecret",
		stack: [listener(UNKNOWN)],
	},
	{
		title: "A listener without authentication",
		verdict: "not-applicable",
		stack: [resource(Listener, "https", { port: 443, protocol: "HTTPS", defaultActions: oidc("").slice(1) })],
	},
];

export const examples: readonly Example[] = [...ecs, ...functions, ...others];
