import { devNull } from "node:os";
import { isSecretVariable } from "./environment";

/** Prefixes of variables that cloud SDKs, their CLIs and Pulumi's providers read. */
const OF_A_CLOUD = /^(?:AWS|GOOGLE|GCP|GCE|GCLOUD|CLOUDSDK|AZURE|ARM|KUBE|PULUMI)_/;

/**
 * Words in the names of variables that contain credentials or their source, in addition to secret names:
 * "AWS SDKs and Tools Reference Guide" (settings reference), Google's AIP-4110 and google provider, Azure Identity's
 * environment and managed identity credentials, Pulumi's azure-native and kubernetes providers (2026-11).
 */
const OF_A_CREDENTIAL =
	/_(?:AUTH|CLIENT_CERT\w*|CONNECTION_STRING|CREDENTIALS?|CREDS|IMPERSONATE|KEYFILE|METADATA|MSI|OIDC|PASSPHRASE|PASSWORD|PROFILE|ROLE|SAS|SECRET|TOKEN)(?:_|$)/;

/** A key is a credential in these clouds; on AWS it may be a KMS key. */
const KEY = /^(?:GOOGLE|GCP|AZURE|ARM)_(?:.*_)?KEY$/;

/** Others, by full name. */
const NAMES: ReadonlySet<string> = new Set([
	...["AZURE_CLIENT_ID", "ARM_CLIENT_ID", "KUBE_CONFIG_PATH", "KUBE_CONFIG_PATHS"],
	// Managed identities of Azure's App Service and Arc.
	...["IDENTITY_ENDPOINT", "IDENTITY_HEADER", "IMDS_ENDPOINT", "MSI_ENDPOINT", "MSI_SECRET"],
	// The service account of a pod in Kubernetes.
	...["KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"],
	// Tokens that GitHub Actions and Azure Pipelines exchange for cloud credentials.
	...["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_URL", "SYSTEM_ACCESSTOKEN", "SYSTEM_OIDCREQUESTURI"],
]);

/** Variables that keep SDKs from credential files and metadata servers. */
const NOWHERE: Readonly<Record<string, string>> = {
	AWS_SHARED_CREDENTIALS_FILE: devNull,
	AWS_CONFIG_FILE: devNull,
	AWS_EC2_METADATA_DISABLED: "true",
	// Takes precedence over the file of "gcloud auth application-default login"; SDKs fail on an empty one.
	GOOGLE_APPLICATION_CREDENTIALS: devNull,
	CLOUDSDK_CONFIG: devNull,
	METADATA_SERVER_DETECTION: "none",
	NO_GCE_CHECK: "true",
	AZURE_CONFIG_DIR: devNull,
	// Azure Identity sends requests for the metadata server there; the port is that of the discard protocol.
	AZURE_POD_IDENTITY_AUTHORITY_HOST: "http://127.0.0.1:9",
	KUBECONFIG: devNull,
};

/**
 * An environment without cloud credentials: a check runs the code of a pull request, including callbacks that no preview runs. Settings such as Region and
 * project name remain. Not covered: files at fixed paths, SSH agents, tokens of other services.
 */
export function withoutCredentials(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const kept = Object.entries(environment).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !isCredential(entry[0].toUpperCase()),
	);
	return { ...Object.fromEntries(kept), ...NOWHERE };
}

/** @param name in upper case: on Windows, names are case-insensitive */
function isCredential(name: string): boolean {
	if (name in NOWHERE || NAMES.has(name)) return true;
	return OF_A_CLOUD.test(name) && (OF_A_CREDENTIAL.test(name) || KEY.test(name) || isSecretVariable(name));
}
