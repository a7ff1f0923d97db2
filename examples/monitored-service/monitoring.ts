import * as aws from "@pulumi/aws";
import { AuthMonitoring } from "scalekit-readiness";
import { loadBalancer } from "./edge";
import { key } from "./key";
import { settings } from "./settings";
import { notify, page } from "./topics";

/** An existing log group, read by the team's own tools. */
const accessLog = new aws.cloudwatch.LogGroup("webhook-access", {
	name: "/shop/webhook-access",
	retentionInDays: 365,
	kmsKeyId: key.arn,
});

export const monitoring = new AuthMonitoring("auth", {
	name: settings.monitoring,
	scalekit: { environmentUrl: settings.scalekitUrl },
	alerts: { topics: { page: page.arn, notify: notify.arn } },
	encryption: { keyArn: key.arn },
	logGroups: { access: accessLog.name },
	application: { emits: true },
	webAcl: { scope: "REGIONAL", resourceArn: loadBalancer.arn },
	runbook: { owner: "Team Login", escalation: ["Head of engineering"] },
	tags: { team: "login" },
});
