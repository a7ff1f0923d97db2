import * as kms from "@pulumi/aws/kms";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { AuthMonitoring, keyPolicyStatements } from "../../../stacks/monitoring/library";
import { collect } from "../../support/collected";
import { findingsOf } from "../../support/findings-of";

/** A team's own program, with a key and topics that it shares with others. */
function program(): void {
	const place = { partition: "aws", region: "eu-west-1", accountId: "123456789012" };
	const owners = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };
	const key = new kms.Key("team", {
		enableKeyRotation: true,
		policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [owners, ...keyPolicyStatements(place)] }),
	});
	const topics = ["page", "notify"].map((name) => new sns.Topic(name, { kmsMasterKeyId: key.arn }));
	const [page, notify] = topics.map((topic, index) => {
		new sns.TopicSubscription(`mail-${index}`, { topic: topic.arn, protocol: "email", endpoint: "on-call@example.com" });
		return topic.arn;
	});
	new AuthMonitoring("monitoring", {
		scalekit: { environmentUrl: pulumi.output("https://shop.scalekit.com") },
		alerts: { topics: { page: page as pulumi.Output<string>, notify: notify as pulumi.Output<string> } },
		encryption: { keyArn: key.arn },
		tags: { team: pulumi.output("login") },
	});
}

describe("a program with existing key and topics", () => {
	it.each([
		["before its first update", "preview", ["known-after-deployment"]],
		["once it exists", "state", []],
	] as const)("is one in which the rules find nothing, %s", async (_, form, bearable) => {
		const findings = findingsOf(await collect(program, form));
		expect(findings.filter(({ verdict }) => verdict === "fail")).toEqual([]);
		const reasons = findings.flatMap(({ verdict, reason, message }) => (verdict === "undetermined" ? `${reason}: ${message}` : []));
		expect(reasons.filter((reason) => !bearable.some((each) => reason.startsWith(each)))).toEqual([]);
		const passed = new Set(findings.filter(({ verdict }) => verdict === "pass").map(({ rule }) => rule));
		if (form === "state")
			for (const rule of ["alarm-topic-key", "topic-has-subscriber", "failed-login-alarm-path"]) expect([...passed]).toContain(rule);
	});
});
