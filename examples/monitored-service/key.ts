import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { keyPolicyStatements } from "scalekit-readiness";

const { accountId } = aws.getCallerIdentityOutput();
const { region } = aws.getRegionOutput();
const { partition } = aws.getPartitionOutput();

/** The team's own key, with what the monitoring needs of it beside the account's own statement. */
export const key = new aws.kms.Key("shop", {
	description: "Encrypts what the shop keeps",
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
