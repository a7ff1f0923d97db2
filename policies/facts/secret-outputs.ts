import type { Origin } from "../engine/partial-text";

/**
 * Secret outputs whose names do not show it, by type token.
 *
 * Source: https://www.pulumi.com/registry/, pages of these resources and functions (outputs marked as secret or described as credentials).
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

/** Last words of outputs that are names or locations. */
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

/** Outputs with arbitrary content: the value of a parameter may be a secret. */
const ARBITRARY_OUTPUTS: ReadonlySet<string> = new Set(["value", "insecureValue", "values", "outputs", "result", "body"]);

/** True for an output that AWS computes: a name, an address or a state of the resource. */
export function isComputedByAws({ type, property }: Origin): boolean {
	return type.startsWith("aws:") && !ARBITRARY_OUTPUTS.has(property.split(".")[0] ?? "");
}
