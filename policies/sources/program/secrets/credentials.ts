import { devNull } from "node:os";
import { saysSecret } from "./environment";

/** How the variables begin that cloud SDKs, their command-line tools and Pulumi's providers read. */
const OF_A_CLOUD = /^(?:AWS|GOOGLE|GCP|GCE|GCLOUD|CLOUDSDK|AZURE|ARM|KUBE|PULUMI)_/;

/**
 * Words in the names of variables that are credentials or that name their source, beside the names that say a secret:
 * "AWS SDKs and Tools Reference Guide" (settings reference), Google's AIP-4110 and google provider, Azure Identity's
 * environment and managed identity credentials, Pulumi's azure-native and kubernetes providers (2026-11).
 */
const OF_A_CREDENTIAL =
	/_(?:AUTH|CLIENT_CERT\w*|CONNECTION_STRING|CREDENTIALS?|CREDS|IMPERSONATE|KEYFILE|METADATA|MSI|OIDC|PASSPHRASE|PASSWORD|PROFILE|ROLE|SAS|SECRET|TOKEN)(?:_|$)/;

/** Keys are credentials at these clouds; at AWS, a key may be one of KMS. */
const KEY = /^(?:GOOGLE|GCP|AZURE|ARM)_(?:.*_)?KEY$/;

/** Others, by their whole names. */
const NAMES: ReadonlySet<string> = new Set([
	...["AZURE_CLIENT_ID", "ARM_CLIENT_ID", "KUBE_CONFIG_PATH", "KUBE_CONFIG_PATHS"],
	// Managed identities of Azure's App Service and Arc.
	...["IDENTITY_ENDPOINT", "IDENTITY_HEADER", "IMDS_ENDPOINT", "MSI_ENDPOINT", "MSI_SECRET"],
	// The service account of a pod in Kubernetes.
	...["KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"],
	// What GitHub Actions and Azure Pipelines exchange for a cloud's credentials.
	...["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_URL", "SYSTEM_ACCESSTOKEN", "SYSTEM_OIDCREQUESTURI"],
]);

/** What SDKs are given in place of the files and metadata servers that they use where no variable is set. */
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
 * An environment in which cloud SDKs find no credentials. A check runs the code of a pull request, and callbacks that no
 * preview runs. Settings stay: a region, an account number, a project's name. Not covered: files that a program reads
 * from a fixed path, SSH agents, tokens of other services.
 */
export function withoutCredentials(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const kept = Object.entries(environment).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !isCredential(entry[0].toUpperCase()),
	);
	return { ...Object.fromEntries(kept), ...NOWHERE };
}

/** @param name in upper case: on Windows, names have any */
function isCredential(name: string): boolean {
	if (name in NOWHERE || NAMES.has(name)) return true;
	return OF_A_CLOUD.test(name) && (OF_A_CREDENTIAL.test(name) || KEY.test(name) || saysSecret(name));
}
