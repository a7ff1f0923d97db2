import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import { safeName } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, ListenerRule } from "../../facts/resource-types";
import type { Handed, Pointer, Text, Variable } from "./handed";
import { checkOidcSecrets } from "./oidc-client-secret";
import { referenceFix } from "./reference-fix";
import { isScalekitPart, isScalekitSecret } from "./scalekit-names";
import { inspectPointer, inspectText, inspectVariable } from "./secret-detector";
import { saysSecret } from "./secret-names";
import { handedBy, surfaces } from "./surfaces";
import { undecided } from "./undecided";
import { holdsOnlyLocations } from "./unseen";

export const noPlaintextSecret = resourceRule({
	id: "no-plaintext-secret",
	title: "Configuration holds no secret in plain text",
	checklistItems: ["L4"],
	severity: "high",
	since: "1.0.0",
	resources: [...surfaces.map((each) => each.kind), Listener, ListenerRule],
	why: "Everybody who may read a workload's configuration reads the secrets in it, and so do logs, state files and backups. Marking a value as a Pulumi secret does not help: AWS still shows it in plain text.",
	fix: "Keep the value in Secrets Manager or in an SSM SecureString, and hand over a reference to it.",
	whenNotToUse: "The stack runs against made-up credentials only, as a stack for tests does.",
	references: [
		"Amazon ECS, Developer Guide: Pass sensitive data to an Amazon ECS container",
		"AWS Lambda, Developer Guide: Use Secrets Manager secrets in Lambda functions",
		"AWS App Runner, Developer Guide: Managing environment variables",
		"AWS CodeBuild, User Guide: Environment variables in build environments",
		"Amazon EC2, User Guide: Access instance metadata (do not store sensitive data as user data)",
		"Elastic Load Balancing, User Guide for Application Load Balancers: Authenticate users",
	],
	relatedRules: {
		checkov: ["CKV_AWS_45", "CKV_AWS_46"],
		securityHub: ["ECS.8", "CodeBuild.2"],
		trivy: ["AWS-0036"],
		prowler: [
			"ecs_task_definitions_no_environment_secrets",
			"awslambda_function_no_secrets_in_variables",
			"codebuild_project_no_secrets_in_variables",
			"ec2_instance_secrets_user_data",
			"ec2_launch_template_no_secrets",
		],
	},

	check(resource) {
		if (resource.is(Listener)) return checkOidcSecrets((resource as Resource<ListenerArgs>).read("defaultActions"));
		if (resource.is(ListenerRule)) return checkOidcSecrets((resource as Resource<ListenerRuleArgs>).read("actions"));
		const handed = handedBy(resource) ?? [];
		return allOf(
			[...handed.flatMap(checkHanded), ...undecided(handed.flatMap(unseen))],
			notApplicable(
				handed.length === 0
					? "it hands no value to what it runs"
					: "it hands over nothing but Scalekit's secrets, which another rule looks at",
			),
		);
	},
});

function checkHanded(handed: Handed): readonly Verdict[] {
	switch (handed.how) {
		case "hidden":
			return [handed.verdict];
		case "pointer":
			return checkPointer(handed);
		case "text":
			return checkText(handed);
		case "variable":
			return checkVariable(handed);
	}
}

/** AWS fetches what a reference names; a secret that stands there itself is in plain text, and the workload never gets it. */
function checkPointer({ name, value }: Pointer): readonly Verdict[] {
	if (name.isKnown && isScalekitSecret(name.text ?? "")) return [];
	if (value.isAbsent) return [];
	const variable = safeName(name) ?? "a variable";
	switch (inspectPointer(name.text, value)) {
		case "unknown":
			return [undetermined(value)];
		case "secret":
			return [fail(value, `has a secret in plain text where the reference for ${variable} belongs`, referenceFix("secret"))];
		case "placeholder":
			return [fail(value, `has a placeholder where the reference for ${variable} belongs`, referenceFix("placeholder"))];
		case "reference":
			return [pass()];
	}
}

function checkVariable({ name, value, to, instead }: Variable): readonly Verdict[] {
	if (name.isKnown && isScalekitSecret(name.text ?? "")) return [];
	const answer = inspectVariable(name.text, value, (pair) => isScalekitPart(name.text ?? "", pair));
	const variable = safeName(name) ? `the variable ${safeName(name)}` : "a variable";
	switch (answer.is) {
		case "secret":
			return [fail(value, `gives ${to} ${variable} in plain text: ${answer.because}`, instead)];
		case "placeholder":
			return [fail(value, `gives ${to} ${variable} with a placeholder where its secret belongs`, instead)];
		case "secret-or-name":
			return [
				notDecidable(
					value,
					`${value.path} is a secret in plain text or the name of one; a variable whose name ends in _NAME or _ARN says which`,
				),
			];
		case "unreadable":
			return [notDecidable(value, `${value.path} is compressed and cannot be read`)];
		case "unknown":
			return answer.expected ? [undetermined(value)] : [];
		default:
			return [name.isUnknown && answer.is === "no-secret" && value.text !== undefined ? undetermined(name) : pass()];
	}
}

function checkText({ value, to, instead }: Text): readonly Verdict[] {
	const secrets = inspectText(value, (pair) => isScalekitPart("", pair));
	if (secrets === "unknown") return [];
	if (secrets === "unreadable") return [notDecidable(value, `${value.path} is compressed and cannot be read`)];
	if (secrets.length === 0) return [pass()];
	return secrets.map(({ name, because }) =>
		fail(
			value,
			name === undefined
				? `has a secret in plain text in ${to}: ${because}`
				: `sets ${safeName(name) ?? "a variable"} in plain text in ${to}: ${because}`,
			instead,
		),
	);
}

/** Values under names that say nothing, and scripts: any of them may hold a secret, and most do not. */
function unseen(handed: Handed): readonly Reading[] {
	if (handed.how === "hidden" || handed.how === "pointer" || !handed.value.hasUnknown || holdsOnlyLocations(handed.value)) return [];
	if (handed.how === "text") return [handed.value];
	const name = handed.name.text ?? "";
	return handed.value.secret || saysSecret(name) || isScalekitSecret(name) ? [] : [handed.value];
}
