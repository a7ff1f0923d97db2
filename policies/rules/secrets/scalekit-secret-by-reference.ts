import { safeName } from "../../engine/message";
import { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { TEST_SECRET } from "../../facts/scalekit-environment";
import type { Answer } from "./answer";
import { contentOf } from "./content";
import type { Handed, Pointer, Variable } from "./handed";
import { partsOf } from "./pairs";
import { referenceFix } from "./reference-fix";
import { isScalekitPart, isScalekitSecret, saysWhereScalekitSecretIs } from "./scalekit-names";
import { inspectNamed, inspectPair, inspectPointer } from "./secret-detector";
import { handedBy, surfaces } from "./surfaces";
import { undecided } from "./undecided";
import { holdsOnlyLocations, isUnseenDocument, readable } from "./unseen";

export const scalekitSecretByReference = resourceRule({
	id: "scalekit-secret-by-reference",
	title: "Scalekit's secrets reach workloads by reference only",
	checklistItems: ["L4"],
	severity: "critical",
	since: "1.0.0",
	resources: surfaces.map((each) => each.kind),
	why: "Whoever has the client secret acts as the application towards Scalekit; whoever has the webhook, interceptor or cookie secret forges what the application trusts.",
	fix: "Keep the value in Secrets Manager or in an SSM SecureString, and hand over a reference to it.",
	whenNotToUse: "The environment of Scalekit that the stack uses is thrown away after a test.",
	toleratedUnknowns:
		"An unknown value counts as no secret of Scalekit's unless its name is that of one (SCALEKIT_CLIENT_SECRET) or of a document about Scalekit (SCALEKIT_CONFIG): most values are unknown at a preview.",
	references: [
		"Scalekit: Client credentials practices",
		"Scalekit: Production readiness checklist",
		"Amazon ECS, Developer Guide: Pass sensitive data to an Amazon ECS container",
	],

	check(resource) {
		const handed = handedBy(resource) ?? [];
		const unseen = handed.flatMap((each) =>
			each.how === "text" && each.value.hasUnknown && !holdsOnlyLocations(each.value) ? [each.value] : [],
		);
		return allOf([...handed.flatMap(checkHanded), ...undecided(unseen)], notApplicable("it hands over no secret of Scalekit's"));
	},
});

function checkHanded(handed: Handed): readonly Verdict[] {
	switch (handed.how) {
		case "hidden":
			return handed.name?.isKnown && !isScalekitSecret(handed.name.text ?? "") ? [] : [handed.verdict];
		case "pointer":
			if (handed.name.isUnknown) return [undetermined(handed.name)];
			return isScalekitSecret(handed.name.text ?? "") ? checkPointer(handed) : [];
		case "text":
			return partsIn("", handed.value, handed.to, handed.instead);
		case "variable":
			return checkVariable(handed);
	}
}

function checkVariable({ name, value, to, instead }: Variable): readonly Verdict[] {
	if (name.isUnknown) return [undetermined(name)];
	const called = name.text ?? "";
	if (saysWhereScalekitSecretIs(called)) return checkPointer({ how: "pointer", name, value });
	if (isUnseenDocument(called, value)) return [undetermined(value)];
	if (!isScalekitSecret(called)) return partsIn(called, value, `${to} in the variable ${safeName(name) ?? "?"}`, instead);
	return [verdictOf(inspectNamed(called, value), value, `gives ${to} ${safeName(name) ?? "one of Scalekit's secrets"}`, instead)];
}

/** The secrets of Scalekit's in a script, or in a document that a variable holds. */
function partsIn(variable: string, value: Reading, to: string, instead: string): readonly Verdict[] {
	const content = contentOf(readable(value) ?? "");
	if (content === undefined) return [];
	return partsOf(content).pairs.flatMap((pair) => {
		const { name, value: part } = pair;
		if (saysWhereScalekitSecretIs(name)) return [verdictOfPointer(referenceIn(name, part), value, safeName(name))];
		if (!isScalekitPart(variable, pair)) return [];
		return [verdictOf(inspectPair({ name, value: part }), value, `gives ${to} ${safeName(name) ?? "one of Scalekit's secrets"}`, instead)];
	});
}

/** What names the secret: AWS's own place for a reference, or a variable such as `SCALEKIT_CLIENT_SECRET_ARN`. */
function checkPointer({ name, value }: Pointer): readonly Verdict[] {
	if (value.isAbsent) return [];
	if (value.isUnknown) return [holdsOnlyLocations(value) ? pass() : undetermined(value)];
	return [verdictOfPointer(referenceIn(name.text ?? "", value.text ?? ""), value, safeName(name))];
}

function referenceIn(name: string, text: string): ReturnType<typeof inspectPointer> {
	return TEST_SECRET.test(text) ? "secret" : inspectPointer(name, new Reading(text, ""));
}

function verdictOfPointer(answer: ReturnType<typeof inspectPointer>, value: Reading, name = "one of Scalekit's secrets"): Verdict {
	if (answer === "reference" || answer === "unknown") return pass();
	const what = answer === "secret" ? "the secret itself in plain text" : "a placeholder";
	return fail(value, `has ${what} where the reference for ${name} belongs`, referenceFix(answer));
}

function verdictOf(answer: Answer, value: Reading, gives: string, instead: string): Verdict {
	switch (answer.is) {
		case "reference":
			return pass();
		case "unknown":
			return undetermined(value);
		case "secret":
			return fail(value, `${gives} in plain text`, instead);
		case "placeholder":
			return fail(value, `${gives} with a placeholder where the secret belongs`, instead);
		case "secret-or-name":
			return notDecidable(
				value,
				`${value.path} is a secret in plain text or the name of one; a variable whose name ends in _NAME or _ARN says which`,
			);
		default:
			return notApplicable("the variable for Scalekit's secret holds none");
	}
}
