import { secret } from "../../../policies/engine/example";
import {
	base64,
	CERTIFICATE,
	container,
	edited,
	forwardTo,
	inlineCode,
	jsonStringify,
	lambda,
	machine,
	outputs,
	ref,
	res,
	restApi,
	service,
	serviceWith,
	TRUST,
	web,
} from "../parts";
import { type BadCase, bad } from "../suite-case";
import {
	AWS_ACCESS_KEY,
	AWS_SECRET_KEY,
	CLIENT_SECRET,
	GITHUB_TOKEN,
	HEX_KEY,
	NPM_TOKEN,
	PASSWORD,
	PRIVATE_KEY,
	SLACK_WEBHOOK,
	STRIPE_KEY,
	TOKEN,
	WEBHOOK_SECRET,
} from "../values";

const PLAINTEXT = "no-plaintext-secret";
const SCALEKIT = "scalekit-secret-by-reference";
const SSM = "ssm-secret-is-secure-string";
const EITHER = [PLAINTEXT, SCALEKIT];

const build = (environment: object, buildspec = "version: 0.2\nphases:\n  build:\n    commands:\n      - npm ci\n") => [
	res("aws:iam/role:Role", "ci", { assumeRolePolicy: TRUST("codebuild.amazonaws.com") }),
	res("aws:cloudwatch/logGroup:LogGroup", "ci-logs", { name: "/acme/ci/identity", retentionInDays: 30 }),
	res("aws:codebuild/project:Project", "release", {
		serviceRole: ref("ci"),
		artifacts: { type: "NO_ARTIFACTS" },
		environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER", ...environment },
		source: { type: "GITHUB", location: "https://github.com/acme/identity.git", buildspec },
		logsConfig: { cloudwatchLogs: { groupName: ref("ci-logs", "name") } },
	}),
];

const workload = (containers: readonly object[], more: object = {}) => [
	res("kubernetes:core/v1:Namespace", "identity", { metadata: { name: "identity" } }),
	res("kubernetes:apps/v1:Deployment", "api", {
		apiVersion: "apps/v1",
		kind: "Deployment",
		metadata: { name: "api", namespace: "identity", labels: { app: "api" } },
		spec: {
			replicas: 2,
			selector: { matchLabels: { app: "api" } },
			template: { metadata: { labels: { app: "api" } }, spec: { serviceAccountName: "api", containers, ...more } },
		},
	}),
	res("kubernetes:core/v1:Service", "api-service", {
		metadata: { name: "api", namespace: "identity" },
		spec: { selector: { app: "api" }, ports: [{ port: 80, targetPort: 8080 }] },
	}),
];

/** Secrets in the configuration of workloads. */
const variables: readonly BadCase[] = [
	bad("A payment key among the variables of a container", PLAINTEXT, "task", serviceWith({ STRIPE_SECRET_KEY: STRIPE_KEY })),
	bad(
		"A connection string with the password of the database",
		PLAINTEXT,
		"task",
		serviceWith({ DATABASE_URL: `postgres://identity:${PASSWORD}@db.acme.internal:5432/identity?sslmode=require` }),
	),
	bad(
		"The agent next to the application gets its key in plain text",
		PLAINTEXT,
		"task",
		service(
			container(),
			container(
				{ DD_API_KEY: HEX_KEY, DD_SITE: "datadoghq.eu" },
				{ name: "datadog", image: "public.ecr.aws/datadog/agent:7", secrets: [] },
			),
		),
	),
	bad(
		"A settings document in one variable, with a password three levels down",
		PLAINTEXT,
		"task",
		serviceWith({
			APP_CONFIG: JSON.stringify({
				server: { port: 8080 },
				smtp: { host: "smtp.acme.example", auth: { user: "mailer", password: PASSWORD } },
			}),
		}),
	),
	bad(
		"A migration that gets the password as an argument",
		PLAINTEXT,
		"task",
		service(
			container(),
			container(
				{},
				{
					name: "migrate",
					essential: false,
					command: ["flyway", "-url=jdbc:postgresql://db/identity", `-password=${PASSWORD}`, "migrate"],
				},
			),
		),
	),
	bad(
		"A shell as entry point that exports a token first",
		PLAINTEXT,
		"task",
		serviceWith({}, { entryPoint: ["sh", "-c"], command: [`export SENTRY_AUTH_TOKEN=${TOKEN} && exec node server.js`] }),
	),
	bad(
		"A health check with a bearer token",
		PLAINTEXT,
		"task",
		serviceWith(
			{},
			{ healthCheck: { command: ["CMD-SHELL", `curl -fs -H 'Authorization: Bearer ${TOKEN}' localhost:8080/internal/health || exit 1`] } },
		),
	),
	bad(
		"A log router with the key of the log vendor among its options",
		PLAINTEXT,
		"task",
		serviceWith(
			{},
			{
				logConfiguration: {
					logDriver: "awsfirelens",
					options: { Name: "datadog", Host: "http-intake.logs.datadoghq.eu", apikey: HEX_KEY },
				},
			},
		),
	),
	bad(
		"The client secret of Scalekit as a variable, next to a reference to the same",
		SCALEKIT,
		"task",
		serviceWith({ SCALEKIT_CLIENT_ID: "skc_58327482062864390", SCALEKIT_CLIENT_SECRET: CLIENT_SECRET }, { secrets: [] }),
	),
	bad("The webhook secret under a name of the team's own", EITHER, "callback", lambda({ HOOK_SIGNING: WEBHOOK_SECRET })),
	bad(
		"A configuration in base64 that holds the client secret",
		EITHER,
		"callback",
		lambda({ APP_CONFIG_B64: base64(JSON.stringify({ scalekit: { clientId: "skc_1", clientSecret: CLIENT_SECRET } })) }),
	),
	bad(
		"JSON in a string of JSON",
		PLAINTEXT,
		"callback",
		lambda({ SETTINGS: JSON.stringify({ region: "eu-west-1", db: JSON.stringify({ user: "identity", password: PASSWORD }) }) }),
	),
	bad(
		"A secret behind a prefix that looks like a reference",
		EITHER,
		"callback",
		lambda({ SCALEKIT_WEBHOOK_SECRET: `secret:${WEBHOOK_SECRET}` }),
	),
	bad(
		"A password with a dollar sign and braces in it",
		PLAINTEXT,
		"callback",
		lambda({ DB_PASSWORD: ["vK7", "$", "{9}", "-qTz2mWx9Lr4d!"].join("") }),
	),
	bad(
		"A key in base64 that begins with a slash",
		PLAINTEXT,
		"callback",
		lambda({ SESSION_SECRET: "/q8Zr1vT0p9LmN4bXw/Kd72hYsPf5Jc3RtGa6Ue+Bo=" }),
	),
	bad("A variable whose name begins with two underscores", PLAINTEXT, "callback", lambda({ __COOKIE_SECRET: TOKEN })),
	bad("A personal token under a neutral name", PLAINTEXT, "callback", lambda({ GIT_SOURCE: GITHUB_TOKEN })),
	bad(
		"A signing key with its line breaks written out",
		PLAINTEXT,
		"callback",
		lambda({ OIDC_SIGNING: PRIVATE_KEY.replaceAll("\n", "\\n") }),
	),
	bad("The address of a chat channel's webhook", PLAINTEXT, "callback", lambda({ ALERTS: SLACK_WEBHOOK })),
	bad(
		"Keys of an IAM user next to the function's role",
		PLAINTEXT,
		"callback",
		lambda({ S3_ACCESS_KEY_ID: AWS_ACCESS_KEY, S3_SECRET_ACCESS_KEY: AWS_SECRET_KEY }),
	),
	bad("A generated password that is passed on as a variable", PLAINTEXT, "callback", [
		res("random:index/randomPassword:RandomPassword", "db", { length: 24, special: false }, { outputs: { result: TOKEN } }),
		...lambda({ DB_PASSWORD: TOKEN, DB_HOST: "identity.cluster-c1.eu-west-1.rds.amazonaws.com" }),
	]),
	bad("A password under a name of several words in a preview", PLAINTEXT, "callback", lambda({ LDAP_BIND_PASSWORD: PASSWORD }), {
		form: "preview",
	}),
	bad("App Runner with the key of an AI vendor", PLAINTEXT, "portal", [
		res("aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion", "scaling", {
			autoScalingConfigurationName: "portal",
			minSize: 1,
		}),
		res("aws:apprunner/service:Service", "portal", {
			serviceName: "portal",
			autoScalingConfigurationArn: ref("scaling"),
			networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: false } },
			sourceConfiguration: {
				imageRepository: {
					imageIdentifier: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/portal:7",
					imageRepositoryType: "ECR",
					imageConfiguration: { port: "8080", runtimeEnvironmentVariables: { LOG_LEVEL: "info", AI_API_KEY: TOKEN } },
				},
			},
		}),
	]),
	bad("Elastic Beanstalk with the password of RDS in its settings", PLAINTEXT, "legacy", [
		res("aws:elasticbeanstalk/application:Application", "legacy-app", { name: "legacy" }),
		res("aws:elasticbeanstalk/environment:Environment", "legacy", {
			application: ref("legacy-app", "name"),
			solutionStackName: "64bit Amazon Linux 2023 v6.1.0 running Node.js 22",
			settings: [
				{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs", value: "false" },
				{ namespace: "aws:elasticbeanstalk:application:environment", name: "RDS_USERNAME", value: "legacy" },
				{ namespace: "aws:elasticbeanstalk:application:environment", name: "RDS_PASSWORD", value: PASSWORD },
			],
		}),
	]),
	bad("A batch job with a token for the warehouse", PLAINTEXT, "export", [
		res("aws:cloudwatch/logGroup:LogGroup", "batch-logs", { name: "/acme/batch", retentionInDays: 30 }),
		res("aws:batch/jobDefinition:JobDefinition", "export", {
			type: "container",
			containerProperties: jsonStringify({
				image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/export:3",
				environment: [{ name: "SNOWFLAKE_TOKEN", value: TOKEN }],
				logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/acme/batch" } },
			}),
		}),
	]),
	bad(
		"A stage variable of a REST API with the key of the backend",
		PLAINTEXT,
		"v1",
		edited(restApi(), { v1: { variables: { backend: "identity", upstreamApiKey: TOKEN } } }),
	),
];

/** Secrets in code and builds. */
const code: readonly BadCase[] = [
	bad(
		"A function whose code in the program holds the webhook secret",
		EITHER,
		"callback",
		lambda(
			{},
			{
				s3Bucket: undefined,
				s3Key: undefined,
				code: inlineCode({
					"index.js": `const secret = "${WEBHOOK_SECRET}";\nexports.handler = async (event) => verify(event, secret);\n`,
				}),
			},
		),
	),
	bad(
		"A function whose packed .env file holds a password",
		PLAINTEXT,
		"callback",
		lambda(
			{},
			{ code: inlineCode({ "index.js": "require('dotenv').config();\n", ".env": `DB_USER=identity\nDB_PASSWORD=${PASSWORD}\n` }) },
		),
	),
	bad("A CloudFront function that compares with a key", PLAINTEXT, "gate", [
		res("aws:cloudfront/function:Function", "gate", {
			runtime: "cloudfront-js-2.0",
			code: `function handler(event) {\n  var apiKey = "${TOKEN}";\n  return event.request.headers["x-api-key"].value === apiKey ? event.request : { statusCode: 403 };\n}\n`,
		}),
	]),
	bad(
		"A build that logs in to a registry with a password",
		PLAINTEXT,
		"release",
		build(
			{},
			`version: 0.2\nphases:\n  pre_build:\n    commands:\n      - docker login -u acmebot -p ${PASSWORD} registry.acme.example\n  build:\n    commands:\n      - docker build .\n`,
		),
	),
	bad(
		"A build with a registry token as a plain variable",
		PLAINTEXT,
		"release",
		build({
			environmentVariables: [
				{ name: "STAGE", value: "prod" },
				{ name: "NPM_TOKEN", value: NPM_TOKEN, type: "PLAINTEXT" },
			],
		}),
	),
	bad("An Amplify build that writes a token into .npmrc", PLAINTEXT, "console", [
		res("aws:amplify/app:App", "console", {
			name: "console",
			platform: "WEB",
			buildSpec: `version: 1\nfrontend:\n  phases:\n    preBuild:\n      commands:\n        - echo "//npm.example.com/:_authToken=${NPM_TOKEN}" > .npmrc\n        - npm ci\n`,
		}),
		res("aws:amplify/branch:Branch", "main", { appId: ref("console", "id"), branchName: "main" }),
	]),
	bad("A state machine that calls an API with a token", PLAINTEXT, "offboarding", [
		res("aws:iam/role:Role", "states", { assumeRolePolicy: TRUST("states.amazonaws.com") }),
		res("aws:sfn/stateMachine:StateMachine", "offboarding", {
			roleArn: ref("states"),
			definition: jsonStringify({
				StartAt: "Call",
				States: {
					Call: {
						Type: "Task",
						Resource: "arn:aws:states:::http:invoke",
						Parameters: { ApiEndpoint: "https://hr.acme.example/v1", Headers: { Authorization: `Bearer ${TOKEN}` } },
						End: true,
					},
				},
			}),
		}),
	]),
	bad("A command over SSH that gets the connection string", PLAINTEXT, "migrate", [
		...machine(undefined),
		res("command:remote:Command", "migrate", {
			connection: { host: "10.20.0.14", user: "ec2-user" },
			create: `psql postgres://identity:${PASSWORD}@db.acme.internal/identity -f schema.sql`,
		}),
	]),
	bad("An SSM document that sets a password", PLAINTEXT, "join", [
		res("aws:ssm/document:Document", "join", {
			documentType: "Command",
			documentFormat: "YAML",
			content: `schemaVersion: "2.2"\nmainSteps:\n  - action: aws:runShellScript\n    name: join\n    inputs:\n      runCommand:\n        - export JOIN_PASSWORD='${PASSWORD}'\n        - /opt/join.sh\n`,
		}),
		res("aws:ssm/association:Association", "join-all", { name: ref("join", "name"), targets: [{ key: "tag:Role", values: ["worker"] }] }),
	]),
	bad("A Glue job with a password among its arguments", PLAINTEXT, "ledger", [
		res("aws:iam/role:Role", "glue", { assumeRolePolicy: TRUST("glue.amazonaws.com") }),
		res("aws:cloudwatch/logGroup:LogGroup", "glue-errors", { name: "/aws-glue/jobs/error", retentionInDays: 30 }),
		res("aws:cloudwatch/logGroup:LogGroup", "glue-output", { name: "/aws-glue/jobs/output", retentionInDays: 30 }),
		res("aws:glue/job:Job", "ledger", {
			roleArn: ref("glue"),
			command: { scriptLocation: "s3://acme-glue/ledger.py" },
			defaultArguments: { "--job-language": "python", "--db_password": PASSWORD },
		}),
	]),
];

/** Secrets in stores, arguments of services and the stack itself. */
const places: readonly BadCase[] = [
	bad("A secret version with its value in the program", PLAINTEXT, "smtp-value", [
		res("aws:secretsmanager/secret:Secret", "smtp", { name: "identity/smtp" }),
		res("aws:secretsmanager/secretVersion:SecretVersion", "smtp-value", { secretId: ref("smtp", "id"), secretString: PASSWORD }),
	]),
	bad(
		"A secret version with a JSON document that holds the client secret",
		EITHER,
		"scalekit-value",
		[
			res("aws:secretsmanager/secret:Secret", "scalekit", { name: "identity/scalekit" }),
			res("aws:secretsmanager/secretVersion:SecretVersion", "scalekit-value", {
				secretId: ref("scalekit", "id"),
				secretString: JSON.stringify({ clientId: "skc_5832", clientSecret: CLIENT_SECRET }),
			}),
		],
		{ form: "preview" },
	),
	bad("The webhook secret in a String parameter", SSM, "hook", [
		...serviceWith({ HOOK_PARAMETER: "/identity/prod/scalekit/webhook-secret" }),
		res("aws:ssm/parameter:Parameter", "hook", { name: "/identity/prod/scalekit/webhook-secret", type: "String", value: WEBHOOK_SECRET }),
	]),
	bad("A connection string in insecureValue under a neutral name", SSM, "dsn", [
		res("aws:ssm/parameter:Parameter", "dsn", {
			name: "/identity/prod/database",
			type: "String",
			insecureValue: `mysql://identity:${PASSWORD}@db.acme.internal/identity`,
		}),
		...lambda({ DATABASE_PARAMETER: "/identity/prod/database" }),
	]),
	bad("A list of API keys in a StringList", SSM, "partners", [
		res("aws:ssm/parameter:Parameter", "partners", {
			name: "/identity/prod/partner-api-keys",
			type: "StringList",
			value: `${TOKEN},${HEX_KEY}`,
		}),
	]),
	bad("A password in a tag of an instance", PLAINTEXT, "worker", machine(undefined, { tags: { Name: "worker", db_password: PASSWORD } })),
	bad("A password as an output of the stack", PLAINTEXT, "stack shop-prod", [
		outputs({ url: "https://login.acme.example", adminPassword: PASSWORD }),
		...lambda(),
	]),
	bad("A connection to a partner with its key in the program", PLAINTEXT, "partner", [
		res("aws:cloudwatch/eventConnection:EventConnection", "partner", {
			authorizationType: "API_KEY",
			authParameters: { apiKey: { key: "x-api-key", value: TOKEN } },
		}),
		res("aws:cloudwatch/eventApiDestination:EventApiDestination", "partner-users", {
			connectionArn: ref("partner"),
			invocationEndpoint: "https://api.partner.example/users",
			httpMethod: "POST",
		}),
	]),
	bad("A social identity provider with its client secret in the program", PLAINTEXT, "google", [
		res("aws:cognito/userPool:UserPool", "users", { name: "users" }),
		res("aws:cognito/identityProvider:IdentityProvider", "google", {
			userPoolId: ref("users", "id"),
			providerName: "Google",
			providerType: "Google",
			providerDetails: { authorize_scopes: "email openid", client_id: "8812-acme.apps.googleusercontent.com", client_secret: TOKEN },
			attributeMapping: { email: "email" },
		}),
	]),
	bad("A listener rule that logs users in through Scalekit with the secret in the program", EITHER, "admin", [
		...web(),
		res("aws:lb/listenerRule:ListenerRule", "admin", {
			listenerArn: ref("https"),
			priority: 20,
			conditions: [{ pathPattern: { values: ["/admin/*"] } }],
			actions: [
				{
					type: "authenticate-oidc",
					order: 1,
					authenticateOidc: {
						issuer: "https://acme.scalekit.com",
						authorizationEndpoint: "https://acme.scalekit.com/oauth/authorize",
						tokenEndpoint: "https://acme.scalekit.com/oauth/token",
						userInfoEndpoint: "https://acme.scalekit.com/userinfo",
						clientId: "skc_58327482062864390",
						clientSecret: CLIENT_SECRET,
					},
				},
				{ ...forwardTo("web")[0], order: 2 },
			],
		}),
	]),
	bad("The master password of a database in the program", PLAINTEXT, "identity-db", [
		res("aws:rds/subnetGroup:SubnetGroup", "data", { subnetIds: ["subnet-0a1", "subnet-0b2"] }),
		res("aws:rds/instance:Instance", "identity-db", {
			engine: "postgres",
			instanceClass: "db.t4g.medium",
			allocatedStorage: 50,
			username: "identity",
			password: PASSWORD,
			dbSubnetGroupName: ref("data", "name"),
			storageEncrypted: true,
		}),
	]),
	bad(
		"The token of a cache in the program",
		PLAINTEXT,
		"sessions",
		[
			res("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", {
				description: "sessions",
				engine: "redis",
				nodeType: "cache.t4g.small",
				transitEncryptionEnabled: true,
				authToken: TOKEN,
			}),
		],
		{ form: "old-state" },
	),
	bad("A message broker with a user's password in the program", PLAINTEXT, "events", [
		res("aws:mq/broker:Broker", "events", {
			brokerName: "events",
			engineType: "RabbitMQ",
			engineVersion: "3.13",
			hostInstanceType: "mq.m5.large",
			users: [{ username: "identity", password: PASSWORD }],
		}),
	]),
	bad("A Glue connection with a password", PLAINTEXT, "warehouse", [
		res("aws:glue/connection:Connection", "warehouse", {
			connectionType: "JDBC",
			connectionProperties: { JDBC_CONNECTION_URL: "jdbc:redshift://wh:5439/dw", USERNAME: "etl", PASSWORD },
		}),
	]),
	bad("A replication endpoint with the password of the source", PLAINTEXT, "source", [
		res("aws:dms/endpoint:Endpoint", "source", {
			endpointId: "crm",
			endpointType: "source",
			engineName: "mysql",
			serverName: "crm.acme.internal",
			port: 3306,
			username: "dms",
			password: PASSWORD,
		}),
	]),
	bad(
		"A container of a Kubernetes deployment with a password as a variable",
		PLAINTEXT,
		"api",
		workload([
			{
				name: "api",
				image: "acme/api:7",
				env: [
					{ name: "PGHOST", value: "db" },
					{ name: "PGPASSWORD", value: PASSWORD },
				],
			},
		]),
	),
	bad(
		"An init container with a token in its arguments",
		PLAINTEXT,
		"api",
		workload([{ name: "api", image: "acme/api:7" }], {
			initContainers: [{ name: "fetch", image: "acme/fetch:1", args: ["--url=https://conf.acme.example", `--token=${TOKEN}`] }],
		}),
	),
	bad("A config map with a properties file that holds a password", PLAINTEXT, "settings", [
		...workload([{ name: "api", image: "acme/api:7", envFrom: [{ configMapRef: { name: "settings" } }] }]),
		res("kubernetes:core/v1:ConfigMap", "settings", {
			metadata: { name: "settings" },
			data: { "application.properties": `spring.datasource.username=identity\nspring.datasource.password=${PASSWORD}\n` },
		}),
	]),
	bad("A Helm release with a password among its values", PLAINTEXT, "cache", [
		res("kubernetes:helm.sh/v3:Release", "cache", {
			chart: "redis",
			version: "20.1.0",
			namespace: "identity",
			values: { architecture: "standalone", auth: { enabled: true, password: PASSWORD } },
		}),
	]),
	bad("A cron job of Kubernetes with the client secret of Scalekit", EITHER, "sync", [
		res("kubernetes:batch/v1:CronJob", "sync", {
			metadata: { name: "sync" },
			spec: {
				schedule: "*/10 * * * *",
				jobTemplate: {
					spec: {
						template: {
							spec: {
								restartPolicy: "Never",
								containers: [{ name: "sync", image: "acme/sync:2", env: [{ name: "SCALEKIT_CLIENT_SECRET", value: CLIENT_SECRET }] }],
							},
						},
					},
				},
			},
		}),
	]),
	bad("A Pulumi secret that becomes a plain variable", EITHER, "callback", lambda({ SCALEKIT_CLIENT_SECRET: secret(CLIENT_SECRET) })),
	bad("A launch template that tags its volumes with a token", PLAINTEXT, "fleet", [
		res("aws:ec2/launchTemplate:LaunchTemplate", "fleet", {
			namePrefix: "fleet-",
			imageId: "ami-0a1b2c3d4e5f60718",
			tagSpecifications: [{ resourceType: "volume", tags: { "backup-token": TOKEN, team: "platform" } }],
		}),
		res("aws:autoscaling/group:Group", "fleet-group", {
			minSize: 1,
			maxSize: 3,
			launchTemplate: { id: ref("fleet", "id"), version: "$Latest" },
			vpcZoneIdentifiers: ["subnet-0a1"],
		}),
	]),
];

/** Scalekit's environments. */
const ENVIRONMENT = "scalekit-environment-is-production";
const environments: readonly BadCase[] = [
	bad(
		"A container that still uses the development environment",
		ENVIRONMENT,
		"task",
		serviceWith({ SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.dev" }),
	),
	bad(
		"A staging label under the production domain",
		ENVIRONMENT,
		"callback",
		lambda({ SCALEKIT_ENV_URL: "https://acme-staging.scalekit.com" }),
		{ undecidable: true },
	),
	bad(
		"The placeholder of the quick start",
		ENVIRONMENT,
		"callback",
		lambda({ SCALEKIT_ENVIRONMENT_URL: "https://your-subdomain.scalekit.com" }),
	),
	bad(
		"The address of the dashboard in place of the environment",
		ENVIRONMENT,
		"callback",
		lambda({ SCALEKIT_ENVIRONMENT_URL: "https://app.scalekit.com" }),
	),
	bad("Plain HTTP to the environment", ENVIRONMENT, "task", serviceWith({ SCALEKIT_ENVIRONMENT_URL: "http://acme.scalekit.com" })),
	bad("A parameter with the development environment that containers read", ENVIRONMENT, "issuer", [
		res("aws:ssm/parameter:Parameter", "issuer", {
			name: "/identity/prod/scalekit/environment-url",
			type: "String",
			value: "https://acme.scalekit.dev",
		}),
		...serviceWith({}, { secrets: [{ name: "SCALEKIT_ENVIRONMENT_URL", valueFrom: ref("issuer") }] }),
	]),
	bad(
		"A load balancer that logs users in at the development environment",
		ENVIRONMENT,
		"https",
		edited(web(), {
			https: {
				certificateArn: CERTIFICATE,
				defaultActions: [
					{
						type: "authenticate-oidc",
						authenticateOidc: {
							issuer: "https://acme.scalekit.dev",
							authorizationEndpoint: "https://acme.scalekit.dev/oauth/authorize",
							tokenEndpoint: "https://acme.scalekit.dev/oauth/token",
							userInfoEndpoint: "https://acme.scalekit.dev/userinfo",
							clientId: "skc_1",
							clientSecret: secret(CLIENT_SECRET),
						},
					},
					...forwardTo("web"),
				],
			},
		}),
	),
	bad("A test secret in the parameter for production", "scalekit-secret-not-test", "client-secret", [
		res("aws:ssm/parameter:Parameter", "client-secret", {
			name: "/identity/prod/scalekit/client-secret",
			type: "SecureString",
			value: secret("test_Rk3VbYx7LmPd2RfHs9QjCg4TnXe6AuBk"),
		}),
		...serviceWith({ SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" }),
	]),
];

export const secrets: readonly BadCase[] = [...variables, ...code, ...places, ...environments];
