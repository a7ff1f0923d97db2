import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import { safeName } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, ListenerRule } from "../../facts/resource-types";
import { combinedUndetermined } from "./combined-undetermined";
import type { InjectedValue, Script, SecretReference, Variable } from "./injected-values";
import { checkOidcSecrets } from "./oidc-client-secret";
import { holdsOnlyLocations } from "./partly-known";
import { referenceFix } from "./reference-fix";
import { isScalekitPart, isScalekitSecret } from "./scalekit-names";
import { classifyReference, classifyVariable, findSecrets } from "./secret-detector";
import { isSecretName } from "./secret-names";
import { exposedTypes, exposedValues } from "./workloads";

export const noPlaintextSecret = resourceRule({
	id: "no-plaintext-secret",
	title: "Workload configuration contains no plain-text secrets",
	checklistItems: ["L4"],
	severity: "high",
	since: "1.0.0",
	resources: [...exposedTypes, Listener, ListenerRule],
	why: "Anyone who can read a workload's configuration, logs, state files or backups can read the secrets in it. Marking a value as a Pulumi secret does not prevent that: AWS stores it in plain text.",
	fix: "Store the value in Secrets Manager or in an SSM SecureString, and pass a reference to it.",
	whenNotToUse: "The stack uses fake credentials only, such as a test stack.",
	references: [
		{
			title: "Amazon ECS, Developer Guide: Pass sensitive data to an Amazon ECS container",
			url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
		},
		{
			title: "AWS Lambda, Developer Guide: Use Secrets Manager secrets in Lambda functions",
			url: "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
		},
		{
			title: "AWS App Runner, Developer Guide: Managing environment variables",
			url: "https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html",
		},
		{
			title: "AWS CodeBuild, User Guide: Environment variables in build environments",
			url: "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html",
		},
		{
			title: "Amazon EC2, User Guide: Access instance metadata (do not store sensitive data as user data)",
			url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: Authenticate users",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
		},
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
		const values = exposedValues(resource);
		return allOf(
			[...values.flatMap(checkValue), ...combinedUndetermined(values.flatMap(unknownValues))],
			notApplicable(values.length === 0 ? "it injects no values" : "it injects only Scalekit's secrets: see scalekit-secret-by-reference"),
		);
	},
});

function checkValue(value: InjectedValue): readonly Verdict[] {
	switch (value.kind) {
		case "unknown":
			return [value.verdict];
		case "reference":
			return checkReference(value);
		case "script":
			return checkScript(value);
		case "variable":
			return checkVariable(value);
	}
}

/** AWS resolves references; a secret in place of a reference is in plain text, and does not reach the workload. */
function checkReference({ name, value }: SecretReference): readonly Verdict[] {
	if (name.isKnown && isScalekitSecret(name.text ?? "")) return [];
	if (value.isAbsent) return [];
	const variable = safeName(name) ?? "a variable";
	switch (classifyReference(name.text, value)) {
		case "unknown":
			return [undetermined(value)];
		case "secret":
			return [fail(value, `has a plain-text secret in place of the reference for ${variable}`, referenceFix("secret"))];
		case "placeholder":
			return [fail(value, `has a placeholder in place of the reference for ${variable}`, referenceFix("placeholder"))];
		case "reference":
			return [pass()];
	}
}

function checkVariable({ name, value, recipient, fix }: Variable): readonly Verdict[] {
	if (name.isKnown && isScalekitSecret(name.text ?? "")) return [];
	const answer = classifyVariable(name.text, value, (pair) => isScalekitPart(name.text ?? "", pair));
	const variable = safeName(name) ? (safeName(name) as string) : "a variable";
	switch (answer.is) {
		case "secret":
			return [fail(value, `passes ${variable} to ${recipient} in plain text: ${answer.because}`, fix)];
		case "placeholder":
			return [fail(value, `passes ${variable} to ${recipient} with a placeholder instead of a secret`, fix)];
		case "secret-or-name":
			return [
				notDecidable(
					value,
					`${value.path} is a plain-text secret or the name of a secret; end the name of the variable with _NAME or _ARN if it is a reference`,
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

function checkScript({ value, recipient, fix }: Script): readonly Verdict[] {
	const secrets = findSecrets(value, (pair) => isScalekitPart("", pair));
	if (secrets === "unknown") return [];
	if (secrets === "unreadable") return [notDecidable(value, `${value.path} is compressed and cannot be read`)];
	if (secrets.length === 0) return [pass()];
	return secrets.map(({ name, because }) =>
		fail(
			value,
			name === undefined
				? `has a plain-text secret in ${recipient}: ${because}`
				: `sets ${safeName(name) ?? "a variable"} in plain text in ${recipient}: ${because}`,
			fix,
		),
	);
}

/** Unknown values of variables without secret names, and of scripts: they may contain secrets, but most do not. */
function unknownValues(value: InjectedValue): readonly Reading[] {
	if (value.kind === "unknown" || value.kind === "reference" || !value.value.hasUnknown || holdsOnlyLocations(value.value)) return [];
	if (value.kind === "script") return [value.value];
	const name = value.name.text ?? "";
	return value.value.secret || isSecretName(name) || isScalekitSecret(name) ? [] : [value.value];
}
