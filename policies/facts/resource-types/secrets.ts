import type { SecretArgs } from "@pulumi/aws/secretsmanager/secret";
import type { SecretVersionArgs } from "@pulumi/aws/secretsmanager/secretVersion";
import type { ParameterArgs as SsmParameterArgs } from "@pulumi/aws/ssm/parameter";
import { resourceType } from "../../engine/resource";

/** Where secrets are kept: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const SsmParameter = resourceType<SsmParameterArgs>("SSM parameter", "aws:ssm/parameter:Parameter");
export const Secret = resourceType<SecretArgs>("Secrets Manager secret", "aws:secretsmanager/secret:Secret");
export const SecretVersion = resourceType<SecretVersionArgs>(
	"Secrets Manager secret version",
	"aws:secretsmanager/secretVersion:SecretVersion",
);
