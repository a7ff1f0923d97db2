import type { Origin } from "../engine/partial-text";

/**
 * Outputs that hold a secret and whose names do not say so, by type token.
 *
 * Sources: Pulumi Registry, pages of these resources and functions (outputs marked as secret or described as credentials).
 */
export const SECRET_OUTPUTS: Readonly<Record<string, readonly string[]>> = {
	"random:index/randomPassword:RandomPassword": ["result"],
	"random:index/randomBytes:RandomBytes": ["base64", "hex"],
	"aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretBinary"],
	"aws:secretsmanager/getSecretVersion:getSecretVersion": ["secretString", "secretBinary"],
	"aws:secretsmanager/getRandomPassword:getRandomPassword": ["randomPassword"],
	"aws:iam/accessKey:AccessKey": ["secret", "sesSmtpPasswordV4"],
	"aws:ecr/getAuthorizationToken:getAuthorizationToken": ["authorizationToken", "password"],
	"tls:index/privateKey:PrivateKey": ["privateKeyPem", "privateKeyOpenssh", "privateKeyPemPkcs8"],
};

/** Last words of outputs that say where something is or what it is called, whoever makes it. */
export const LOCATING_WORDS: ReadonlySet<string> = new Set([
	"arn",
	"id",
	"name",
	"url",
	"uri",
	"endpoint",
	"address",
	"host",
	"hostname",
	"domain",
	"port",
	"region",
	"zone",
	"bucket",
	"family",
	"revision",
	"version",
]);

/** Outputs that may hold anything: a parameter's value may be a secret. */
const OPEN_OUTPUTS: ReadonlySet<string> = new Set(["value", "insecureValue", "values", "outputs", "result", "body"]);

/** True where a resource of AWS computes the output itself, so that it holds a name, an address or a state of the resource. */
export function isComputedByAws({ type, property }: Origin): boolean {
	return type.startsWith("aws:") && !OPEN_OUTPUTS.has(property.split(".")[0] ?? "");
}
