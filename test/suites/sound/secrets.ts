import { secret, UNKNOWN } from "../../../policies/engine/example";
import {
	base64,
	container,
	edited,
	inlineCode,
	interpolate,
	jsonStringify,
	lambda,
	lines,
	machine,
	outputs,
	ref,
	res,
	service,
	serviceWith,
	TRUST,
} from "../parts";
import { type SoundCase, sound } from "../suite-case";
import { CLIENT_SECRET, PASSWORD, TOKEN } from "../values";

const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:identity/db-Ab12Cd";
const PUBLIC_KEY = [
	"-----BEGIN PUBLIC KEY-----",
	"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9",
	"q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==",
	"-----END PUBLIC KEY-----",
].join("\n");

const starts = (title: string, ...script: readonly string[]) => sound(title, machine(lines("#!/bin/bash", "set -euo pipefail", ...script)));

const pods = (containers: readonly object[]) =>
	res("kubernetes:apps/v1:Deployment", "api", {
		metadata: { name: "api", labels: { app: "api" } },
		spec: { selector: { matchLabels: { app: "api" } }, template: { metadata: { labels: { app: "api" } }, spec: { containers } } },
	});

/** Settings, names and references that look like secrets. */
const settings: readonly SoundCase[] = [
	sound(
		"Texts of the login page in two languages",
		serviceWith({
			MESSAGES_DE: JSON.stringify({ password: "Passwort", forgotPassword: "Passwort vergessen?", token: "Einmalcode" }),
			MESSAGES_FR: JSON.stringify({ password: "Mot de passe", secret: "Secret" }),
		}),
	),
	sound(
		"The keys of AWS's documentation in a sample setting",
		lambda({ SAMPLE_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", SAMPLE_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }),
	),
	sound(
		"Limits of passwords and tokens",
		serviceWith({
			PASSWORD_MIN_LENGTH: "12",
			PASSWORD_MAX_AGE_DAYS: "365",
			TOKEN_TTL_SECONDS: "3600",
			REFRESH_TOKEN_ROTATION: "true",
			MAX_TOKENS: "4096",
			SECRET_CACHE_TTL: "300",
		}),
	),
	sound(
		"Names of headers, cookies and fields",
		lambda({
			CSRF_TOKEN_HEADER: "X-CSRF-Token",
			SESSION_COOKIE_NAME: "__Host-session",
			PASSWORD_FIELD: "password",
			API_KEY_HEADER: "x-api-key",
		}),
	),
	sound(
		"A public key for the signatures of tokens",
		lambda({
			JWT_PUBLIC_KEY: PUBLIC_KEY,
			JWKS: JSON.stringify({
				keys: [
					{
						kty: "EC",
						crv: "P-256",
						x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
						y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
						kid: "2025-11",
					},
				],
			}),
		}),
	),
	sound(
		"ARNs and names of secrets",
		serviceWith({
			DB_SECRET_ARN: SECRET_ARN,
			SCALEKIT_CLIENT_SECRET_ARN: SECRET_ARN,
			SESSION_SECRET_NAME: "identity/session",
			API_KEY_PARAMETER: "/identity/prod/partner/api-key",
		}),
	),
	sound(
		"The hash of a password of a page behind basic authentication",
		lambda({ ADMIN_PASSWORD_HASH: "$2b$12$C6UzMDM.H6dfI/f/IKcEeO7ZK1hO2bV7o9mF1oU1f6YpFqjzQmX8W" }),
	),
	sound(
		"Digests and ids of a release",
		serviceWith({
			GIT_COMMIT: "3f786850e387550fdab836ed7e6dc881de23001b",
			IMAGE_DIGEST: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
			RELEASE_ID: "7f1c2f0e-1b1d-4d5c-9b46-2f0a3d2f7a61",
		}),
	),
	sound(
		"The publishable key of a payment vendor in a page",
		lambda({
			NEXT_PUBLIC_STRIPE_KEY: ["pk", "live", "51Nq8ZtKw3VbYx7LmPd2RfHs"].join("_"),
			NEXT_PUBLIC_SENTRY_DSN: "https://9c41e07ab5d2f86e13fa5b7c0d9e2846@o12345.ingest.sentry.io/67890",
		}),
	),
	sound(
		"A connection string without a password, for IAM authentication",
		serviceWith({ DATABASE_URL: "postgres://identity@db.acme.internal:5432/identity?sslmode=verify-full" }),
	),
	sound(
		"Ids of clients and keys",
		lambda({
			SCALEKIT_CLIENT_ID: "skc_58327482062864390",
			KMS_KEY_ID: "1234abcd-12ab-34cd-56ef-1234567890ab",
			COGNITO_APP_CLIENT_ID: "5h57kf7n1lq0d3qkc6l1d3r0ab",
			OIDC_KEY_ID: "2025-11-a",
		}),
	),
	sound(
		"A list of settings without a value for the password",
		serviceWith({ DB_PASSWORD: "", SMTP_PASSWORD_FILE: "/run/secrets/smtp", REDIS_PASSWORD_SECRET: "identity/redis" }),
	),
	sound(
		"A dynamic reference of CloudFormation",
		serviceWith({ DB_PASSWORD: "{{resolve:secretsmanager:identity/db:SecretString:password}}" }),
	),
	sound(
		"A small picture in a variable",
		lambda({ LOGO: `data:image/png;base64,${base64("\u0089PNG\r\n\u001a\n........................................................")}` }),
	),
	sound(
		"The production environment of Scalekit next to links to its documentation",
		serviceWith({
			SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com",
			HELP_URL: "https://docs.scalekit.com/sso/quickstart/",
			STATUS_URL: "https://status.scalekit.com",
		}),
	),
	sound(
		"A container that gets all its secrets by reference, with names of keys",
		service(
			container(
				{},
				{
					secrets: [
						{ name: "DB_PASSWORD", valueFrom: `${SECRET_ARN}:password::` },
						{ name: "SESSION_SECRET", valueFrom: "/identity/prod/session-secret" },
					],
				},
			),
		),
	),
	sound(
		"A command that reads its password from a variable",
		service(
			container(),
			container(
				{},
				{
					name: "migrate",
					essential: false,
					command: ["sh", "-c", 'flyway -password="$DB_PASSWORD" migrate'],
					secrets: [{ name: "DB_PASSWORD", valueFrom: SECRET_ARN }],
				},
			),
		),
	),
];

/** Secrets that are where they belong. */
const stores: readonly SoundCase[] = [
	sound("A generated password that only Secrets Manager gets", [
		res("random:index/randomPassword:RandomPassword", "db", { length: 32 }, { outputs: { result: secret(UNKNOWN) } }),
		res("aws:secretsmanager/secret:Secret", "db-secret", { name: "identity/db" }),
		res("aws:secretsmanager/secretVersion:SecretVersion", "db-secret-value", {
			secretId: ref("db-secret", "id"),
			secretString: secret(UNKNOWN),
		}),
		...service(container({}, { secrets: [{ name: "DB_PASSWORD", valueFrom: ref("db-secret") }] })),
	]),
	sound("A secret version with a placeholder that is replaced by hand", [
		res("aws:secretsmanager/secret:Secret", "scalekit", { name: "identity/scalekit" }),
		res("aws:secretsmanager/secretVersion:SecretVersion", "scalekit-value", {
			secretId: ref("scalekit", "id"),
			secretString: secret(JSON.stringify({ clientSecret: "REPLACE_ME" })),
		}),
	]),
	sound("SecureString parameters with secrets of the configuration", [
		res("aws:ssm/parameter:Parameter", "session", { name: "/identity/prod/session-secret", type: "SecureString", value: secret(TOKEN) }),
		res("aws:ssm/parameter:Parameter", "client-secret", {
			name: "/identity/prod/scalekit/client-secret",
			type: "SecureString",
			keyId: "alias/identity",
			value: secret(CLIENT_SECRET),
		}),
	]),
	sound("A policy for passwords in a String parameter", [
		res("aws:ssm/parameter:Parameter", "policy", {
			name: "/identity/prod/password-policy",
			type: "String",
			value: JSON.stringify({ minLength: 12, requireSymbols: true, history: 5 }),
		}),
		...lambda(),
	]),
	sound("A parameter that names the secret of the database", [
		res("aws:ssm/parameter:Parameter", "db-secret-name", { name: "/identity/prod/db/secret-name", type: "String", value: "identity/db" }),
		...lambda(),
	]),
	sound("A database whose password RDS manages", [
		res("aws:rds/instance:Instance", "db", {
			engine: "postgres",
			instanceClass: "db.t4g.medium",
			username: "identity",
			manageMasterUserPassword: true,
			storageEncrypted: true,
		}),
	]),
	sound("A database whose password is a secret of the configuration", [
		res("aws:rds/instance:Instance", "db", {
			engine: "postgres",
			instanceClass: "db.t4g.medium",
			username: "identity",
			password: secret(PASSWORD),
			storageEncrypted: true,
		}),
	]),
	sound("A social identity provider whose client secret is a secret of the configuration", [
		res("aws:cognito/userPool:UserPool", "users", {
			name: "users",
			passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 7 },
		}),
		res("aws:cognito/identityProvider:IdentityProvider", "google", {
			userPoolId: ref("users", "id"),
			providerName: "Google",
			providerType: "Google",
			providerDetails: secret({ client_id: "8812.apps.googleusercontent.com", client_secret: TOKEN }),
		}),
	]),
	sound(
		"Tags with words of secrets",
		machine(undefined, {
			tags: { Name: "worker", "secret-rotation": "enabled", "password-policy": "corporate", "token-issuer": "scalekit" },
		}),
	),
	sound("Outputs with names and ARNs", [
		outputs({
			dbSecretArn: SECRET_ARN,
			apiKeyParameterName: "/identity/prod/api-key",
			passwordResetUrl: "https://login.acme.example/reset",
		}),
		...lambda(),
	]),
];

/** Code and scripts that fetch their secrets. */
const scripts: readonly SoundCase[] = [
	starts(
		"User data that fetches the password",
		"DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id identity/db --query SecretString --output text)",
		'echo "DB_PASSWORD=$DB_PASSWORD" > /etc/identity.env',
		'mysql -h db.acme.internal -uidentity -p"$DB_PASSWORD" < /opt/schema.sql',
	),
	starts(
		"User data that logs in to ECR",
		"aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com",
		"docker run -d --restart always 123456789012.dkr.ecr.eu-west-1.amazonaws.com/worker:7",
	),
	starts(
		"User data that asks the metadata service for a token",
		'TOKEN=$(curl -fsX PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 21600" http://169.254.169.254/latest/api/token)',
		'INSTANCE=$(curl -fs -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id)',
	),
	starts(
		"User data that generates a password",
		"PASSWORD=$(openssl rand -base64 32)",
		`echo "app:\${PASSWORD}" | chpasswd`,
		"unset PASSWORD",
	),
	starts(
		"A configuration with variables of the service",
		"cat > /etc/identity.ini <<'INI'",
		"[database]",
		"user = identity",
		`password = \${DB_PASSWORD}`,
		"INI",
	),
	starts(
		"Comments that mention passwords",
		"# The password comes from Secrets Manager; never write password=... here.",
		"# token: see the wiki",
		"systemctl enable --now identity",
	),
	starts(
		"A client that reads its password from a file",
		'redis-cli --no-auth-warning -a "$(cat /run/secrets/redis)" PING',
		'curl -fsS -u "deploy:$(cat /run/secrets/deploy)" https://artifacts.acme.example/app.tgz -o /opt/app.tgz',
	),
	sound(
		"Public keys and a locked password in cloud-config",
		machine(
			lines(
				"#cloud-config",
				"users:",
				"  - name: deploy",
				"    lock_passwd: true",
				"    passwd: '*'",
				"    ssh_authorized_keys:",
				"      - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2yq0c9mQ0H0g0o8cXhS1W5H8k1V7fZ3bT0vJ3dYl9s deploy@acme.example",
				"ssh_pwauth: false",
			),
		),
	),
	sound(
		"PowerShell that fetches its secret",
		machine(
			lines(
				"<powershell>",
				"$secret = (Get-SECSecretValue -SecretId identity/svc).SecretString",
				"$password = ConvertTo-SecureString $secret -AsPlainText -Force",
				"</powershell>",
			),
		),
	),
	sound(
		"Inline code that reads its key from the environment",
		lambda(
			{ PARTNER_KEY_PARAMETER: "/identity/prod/partner/api-key" },
			{
				code: inlineCode({
					"index.js": `const apiKey = process.env.API_KEY;\nconst password = await getSecret("identity/db");\nexports.handler = async () => fetch(url, { headers: { authorization: \`Bearer \${token}\` } });\n`,
				}),
			},
		),
	),
	sound("A CloudFront function that looks for a token", [
		res("aws:cloudfront/function:Function", "gate", {
			runtime: "cloudfront-js-2.0",
			code: 'function handler(event) {\n  var token = event.request.cookies["session_token"];\n  return token ? event.request : { statusCode: 302, headers: { location: { value: "/login" } } };\n}\n',
		}),
	]),
	sound("A build that gets its tokens from Secrets Manager", [
		res("aws:cloudwatch/logGroup:LogGroup", "ci-logs", { name: "/acme/ci", retentionInDays: 30 }),
		res("aws:codebuild/project:Project", "release", {
			serviceRole: "arn:aws:iam::123456789012:role/ci",
			artifacts: { type: "NO_ARTIFACTS" },
			environment: {
				computeType: "BUILD_GENERAL1_SMALL",
				image: "aws/codebuild/standard:7.0",
				type: "LINUX_CONTAINER",
				environmentVariables: [
					{ name: "NPM_TOKEN", type: "SECRETS_MANAGER", value: "ci/npm:token" },
					{ name: "SONAR_TOKEN", type: "PARAMETER_STORE", value: "/ci/sonar-token" },
				],
			},
			source: {
				type: "GITHUB",
				location: "https://github.com/acme/identity.git",
				buildspec: `version: 0.2\nenv:\n  secrets-manager:\n    DOCKER_PASSWORD: ci/docker:password\nphases:\n  build:\n    commands:\n      - npm config set //npm.example.com/:_authToken \${NPM_TOKEN}\n      - echo $DOCKER_PASSWORD | docker login -u acmebot --password-stdin\n`,
			},
			logsConfig: { cloudwatchLogs: { groupName: ref("ci-logs", "name") } },
		}),
	]),
	sound("A Kubernetes deployment with references to secrets", [
		pods([
			{
				name: "api",
				image: "acme/api:7",
				env: [
					{ name: "PGPASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
					{ name: "PASSWORD_MIN_LENGTH", value: "12" },
				],
			},
		]),
		res("kubernetes:core/v1:ConfigMap", "texts", {
			metadata: { name: "texts" },
			data: { "de.json": JSON.stringify({ password: "Passwort" }), "token.ttl": "3600" },
		}),
		res("kubernetes:helm.sh/v3:Release", "cache", {
			chart: "redis",
			values: { auth: { enabled: true, existingSecret: "redis", existingSecretPasswordKey: "password" } },
		}),
	]),
	sound("A state machine that calls an API through a connection", [
		res("aws:iam/role:Role", "states", { assumeRolePolicy: TRUST("states.amazonaws.com") }),
		res("aws:sfn/stateMachine:StateMachine", "offboarding", {
			roleArn: ref("states"),
			definition: jsonStringify({
				StartAt: "Call",
				States: {
					Call: {
						Type: "Task",
						Resource: "arn:aws:states:::http:invoke",
						Parameters: {
							ApiEndpoint: "https://hr.acme.example/v1",
							Authentication: { ConnectionArn: "arn:aws:events:eu-west-1:123456789012:connection/hr/1f0e" },
							"RequestBody.$": "$.token",
						},
						End: true,
					},
				},
			}),
		}),
	]),
	sound(
		"Two machines that differ by an output in their user data",
		edited(
			machine(undefined),
			{ worker: { userData: interpolate("#!/bin/bash\necho ECS_CLUSTER=", ref("apps", "name"), " >> /etc/ecs/ecs.config\n") } },
			res("aws:ecs/cluster:Cluster", "apps", { name: "apps" }),
		),
	),
];

export const secrets: readonly SoundCase[] = [...settings, ...stores, ...scripts];
