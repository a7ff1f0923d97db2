import { safeName } from "../../engine/message";
import { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { TEST_SECRET } from "../../facts/scalekit-environment";
import type { Classification } from "./classification";
import { combinedUndetermined } from "./combined-undetermined";
import type { InjectedValue, SecretReference, Variable } from "./injected-values";
import { pairsIn } from "./pairs";
import { holdsOnlyLocations, isUnknownDocument, visibleText } from "./partly-known";
import { referenceFix } from "./reference-fix";
import { isScalekitPart, isScalekitSecret, isScalekitSecretLocation } from "./scalekit-names";
import { classifyNamed, classifyPair, classifyReference } from "./secret-detector";
import { decodedContent } from "./text/unwrap";
import { injectedValues, workloads } from "./workloads";

export const scalekitSecretByReference = resourceRule({
	id: "scalekit-secret-by-reference",
	title: "Workloads get Scalekit's secrets by reference only",
	checklistItems: ["L4"],
	severity: "critical",
	since: "1.0.0",
	resources: workloads.map((each) => each.type),
	why: "With the client secret, an attacker can act as the application at Scalekit; with the webhook, interceptor or cookie secret, an attacker can forge data that the application trusts.",
	fix: "Store the value in Secrets Manager or in an SSM SecureString, and pass a reference to it.",
	whenNotToUse: "The stack uses a temporary Scalekit environment for tests.",
	toleratedUnknowns:
		"An unknown value counts as no Scalekit secret unless its name denotes one (SCALEKIT_CLIENT_SECRET) or a document about Scalekit (SCALEKIT_CONFIG): most values are unknown in a preview.",
	references: [
		{ title: "Scalekit: Client credentials practices", url: "https://docs.scalekit.com/guides/client-credentials-practices/" },
		{ title: "Scalekit: Production readiness checklist", url: "https://docs.scalekit.com/authenticate/launch-checklist/" },
		{
			title: "Amazon ECS, Developer Guide: Pass sensitive data to an Amazon ECS container",
			url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
		},
	],

	check(resource) {
		const handed = injectedValues(resource) ?? [];
		const unseen = handed.flatMap((each) =>
			each.kind === "script" && each.value.hasUnknown && !holdsOnlyLocations(each.value) ? [each.value] : [],
		);
		return allOf([...handed.flatMap(checkHanded), ...combinedUndetermined(unseen)], notApplicable("it injects no Scalekit secrets"));
	},
});

function checkHanded(handed: InjectedValue): readonly Verdict[] {
	switch (handed.kind) {
		case "unknown":
			return handed.name?.isKnown && !isScalekitSecret(handed.name.text ?? "") ? [] : [handed.verdict];
		case "reference":
			if (handed.name.isUnknown) return [undetermined(handed.name)];
			return isScalekitSecret(handed.name.text ?? "") ? checkPointer(handed) : [];
		case "script":
			return partsIn("", handed.value, handed.recipient, handed.fix);
		case "variable":
			return checkVariable(handed);
	}
}

function checkVariable({ name, value, recipient, fix }: Variable): readonly Verdict[] {
	if (name.isUnknown) return [undetermined(name)];
	const called = name.text ?? "";
	if (isScalekitSecretLocation(called)) return checkPointer({ kind: "reference", name, value });
	if (isUnknownDocument(called, value)) return [undetermined(value)];
	if (!isScalekitSecret(called)) return partsIn(called, value, `${recipient} in variable ${safeName(name) ?? "?"}`, fix);
	return [verdictOf(classifyNamed(called, value), value, `passes ${safeName(name) ?? "a Scalekit secret"} to ${recipient}`, fix)];
}

/** The Scalekit secrets in a script, or in a document in a variable. */
function partsIn(variable: string, value: Reading, to: string, instead: string): readonly Verdict[] {
	const content = decodedContent(visibleText(value) ?? "");
	if (content === undefined) return [];
	return pairsIn(content).pairs.flatMap((pair) => {
		const { name, value: part } = pair;
		if (isScalekitSecretLocation(name)) return [verdictOfPointer(referenceIn(name, part), value, safeName(name))];
		if (!isScalekitPart(variable, pair)) return [];
		return [verdictOf(classifyPair({ name, value: part }), value, `gives ${to} ${safeName(name) ?? "one of Scalekit's secrets"}`, instead)];
	});
}

/** A reference that AWS resolves, or a variable such as `SCALEKIT_CLIENT_SECRET_ARN`. */
function checkPointer({ name, value }: SecretReference): readonly Verdict[] {
	if (value.isAbsent) return [];
	if (value.isUnknown) return [holdsOnlyLocations(value) ? pass() : undetermined(value)];
	return [verdictOfPointer(referenceIn(name.text ?? "", value.text ?? ""), value, safeName(name))];
}

function referenceIn(name: string, text: string): ReturnType<typeof classifyReference> {
	return TEST_SECRET.test(text) ? "secret" : classifyReference(name, new Reading(text, ""));
}

function verdictOfPointer(answer: ReturnType<typeof classifyReference>, value: Reading, name = "a Scalekit secret"): Verdict {
	if (answer === "reference" || answer === "unknown") return pass();
	const what = answer === "secret" ? "a plain-text secret" : "a placeholder";
	return fail(value, `has ${what} in place of the reference for ${name}`, referenceFix(answer));
}

function verdictOf(answer: Classification, value: Reading, passes: string, instead: string): Verdict {
	switch (answer.is) {
		case "reference":
			return pass();
		case "unknown":
			return undetermined(value);
		case "secret":
			return fail(value, `${passes} in plain text`, instead);
		case "placeholder":
			return fail(value, `${passes} with a placeholder instead of the secret`, instead);
		case "secret-or-name":
			return notDecidable(
				value,
				`${value.path} is a plain-text secret or the name of a secret; end the name of the variable with _NAME or _ARN if it is a reference`,
			);
		default:
			return notApplicable("the variable for the Scalekit secret contains none");
	}
}
