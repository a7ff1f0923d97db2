import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { keyPolicyStatements } from "scalekit-readiness";

const { accountId } = aws.getCallerIdentityOutput();
const { region } = aws.getRegionOutput();
const { partition } = aws.getPartitionOutput();

/** The team's key, with the statements for the monitoring in addition to the account's. */
export const key = new aws.kms.Key("shop", {
	description: "Encrypts the shop's data",
	enableKeyRotation: true,
	policy: pulumi.jsonStringify({
		Version: "2012-10-17",
		Statement: [
			{
				Sid: "Account",
				Effect: "Allow",
				Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
				Action: "kms:*",
				Resource: "*",
			},
			...keyPolicyStatements({ partition, region, accountId }),
		],
	}),
});
