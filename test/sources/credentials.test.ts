import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import { ROOT } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const CREDENTIALS = [
	...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"],
	...["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"],
	...["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_BEARER_TOKEN_BEDROCK", "AWS_EC2_METADATA_SERVICE_ENDPOINT"],
	...["GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN", "GOOGLE_CLOUD_KEYFILE_JSON", "GOOGLE_IMPERSONATE_SERVICE_ACCOUNT"],
	...["GOOGLE_GHA_CREDS_PATH", "GCP_SA_KEY", "GCLOUD_KEYFILE_JSON", "CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE", "GCE_METADATA_HOST"],
	...["AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE", "AZURE_STORAGE_KEY"],
	...["AZURE_STORAGE_CONNECTION_STRING", "ARM_CLIENT_ID", "ARM_CLIENT_SECRET", "ARM_ACCESS_KEY", "ARM_OIDC_REQUEST_URL", "ARM_USE_MSI"],
	...["IDENTITY_ENDPOINT", "IDENTITY_HEADER", "MSI_SECRET", "KUBE_CONFIG_PATH", "KUBE_TOKEN", "KUBERNETES_SERVICE_HOST"],
	...["PULUMI_ACCESS_TOKEN", "PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
];

const SETTINGS = {
	AWS_REGION: "eu-west-1",
	AWS_DEFAULT_REGION: "eu-west-1",
	AWS_ACCOUNT_ID: "123456789012",
	AWS_CERTIFICATE_ARN: "arn:aws:acm:eu-west-1:123456789012:certificate/c",
	AWS_KMS_KEY_ID: "alias/shop",
	GOOGLE_CLOUD_PROJECT: "shop",
	AZURE_SUBSCRIPTION_ID: "00000000-0000-0000-0000-000000000000",
	SHOP_API_TOKEN: "a-token-of-the-shop",
};

const FILES = {
	AWS_SHARED_CREDENTIALS_FILE: devNull,
	AWS_CONFIG_FILE: devNull,
	GOOGLE_APPLICATION_CREDENTIALS: devNull,
	CLOUDSDK_CONFIG: devNull,
	AZURE_CONFIG_DIR: devNull,
	KUBECONFIG: devNull,
};

/** Prints its environment, and what the AWS SDK resolves from it. */
const PROGRAM = `const { CustomResource } = require("@pulumi/pulumi");
const { SecretsManagerClient } = require("@aws-sdk/client-secrets-manager");
module.exports = async () => {
	const { readFileSync } = require("node:fs");
	const found = await new SecretsManagerClient({}).config.credentials().then((each) => "found " + each.accessKeyId, (error) => error.name);
	const profiles = readFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE ?? require("node:os").homedir() + "/.aws/credentials", "utf8");
	new CustomResource("aws:s3/bucket:Bucket", "seen", { environment: { ...process.env }, found, profiles });
};
`;

const before = { ...process.env };

describe("the environment of a program", () => {
	let seen: Record<string, unknown>;
	let environment: Record<string, string>;

	beforeAll(async () => {
		const home = temporaryFolder();
		for (const folder of [".aws", ".config/gcloud", ".kube"]) mkdirSync(join(home, folder), { recursive: true });
		const profile = "[default]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = not-a-real-key\n";
		writeFileSync(join(home, ".aws/credentials"), profile);
		const planted = Object.fromEntries(CREDENTIALS.map((name) => [name, "planted-credential"]));
		const files = Object.fromEntries(Object.keys(FILES).map((name) => [name, join(home, ".aws/credentials")]));
		Object.assign(process.env, planted, SETTINGS, files, { HOME: home, USERPROFILE: home, AWS_PROFILE: "default" });

		const folder = temporaryFolder({ "Pulumi.yaml": "name: made\nruntime: nodejs\n", "package.json": "{}", "index.js": PROGRAM });
		symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
		const { resources } = await runProgram(readProject(folder), "made", { stack: "prod", timeout: 60_000 });
		seen = resources.find((each) => each.name === "seen")?.inputs as Record<string, unknown>;
		environment = seen["environment"] as Record<string, string>;
	});

	afterAll(() => {
		for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
		Object.assign(process.env, before);
	});

	it("holds none of a cloud's credentials", () => {
		expect(CREDENTIALS.filter((name) => name in environment)).toEqual([]);
		expect(Object.entries(environment).filter(([, value]) => value === "planted-credential")).toEqual([]);
	});

	it("names files and metadata servers that hold none", () => {
		expect(environment).toMatchObject({ ...FILES, AWS_EC2_METADATA_DISABLED: "true", METADATA_SERVER_DETECTION: "none" });
		expect(seen["profiles"]).toBe("");
	});

	it("gives AWS's SDK nothing to sign in with", () => {
		expect(seen["found"]).toBe("CredentialsProviderError");
	});

	it("keeps settings, and variables of other services", () => {
		expect(environment).toMatchObject(SETTINGS);
	});
});
