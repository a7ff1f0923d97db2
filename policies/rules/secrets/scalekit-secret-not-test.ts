import type { SecretVersionArgs } from "@pulumi/aws/secretsmanager/secretVersion";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { SecretVersion, SsmParameter } from "../../facts/resource-types";
import { TEST_SECRET_PREFIX } from "../../facts/scalekit-environment";
import { pairsIn } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { isScalekitClientSecret, isScalekitDocument } from "./scalekit-names";
import { decodedContent } from "./text/unwrap";

export const scalekitSecretNotTest = resourceRule({
	id: "scalekit-secret-not-test",
	title: "Scalekit client secrets are not test secrets",
	checklistItems: ["L1"],
	severity: "low",
	since: "1.0.0",
	resources: [SsmParameter, SecretVersion],
	why: `In Scalekit's documentation every secret of a development environment starts with "${TEST_SECRET_PREFIX}". Scalekit does not guarantee it, so the prefix is an indication, not proof.`,
	fix: "Compare it with the client secret of the production environment in the Scalekit dashboard, and replace it if it differs.",
	whenNotToUse: `Scalekit issued a secret for the production environment that starts with "${TEST_SECRET_PREFIX}".`,
	toleratedUnknowns:
		"An unknown value counts as no Scalekit client secret unless its name denotes one or a document about Scalekit: most secrets are unknown in a preview.",
	references: [
		{ title: "Scalekit: Set up Scalekit", url: "https://docs.scalekit.com/authenticate/set-up-scalekit/" },
		{ title: "Scalekit: Client credentials practices", url: "https://docs.scalekit.com/guides/client-credentials-practices/" },
	],

	check(resource, { project }) {
		if (!project.production) return notApplicable("the profile is not production");
		return allOf(checkSecret(...secretOf(resource)), notApplicable("it contains no visible Scalekit client secret with the test prefix"));
	},
});

/** A stored secret and its name. Other rules cover plain-text secrets in workloads. */
function secretOf(resource: Resource): readonly [name: Reading, value: Reading] {
	if (resource.is(SsmParameter)) {
		const parameter = resource as Resource<ParameterArgs>;
		return [parameterName(parameter), parameterValue(parameter)];
	}
	return [new Reading(resource.name, ""), (resource as Resource<SecretVersionArgs>).read("secretString")];
}

function checkSecret(name: Reading, value: Reading): readonly Verdict[] {
	const named = isScalekitClientSecret(name.text ?? "");
	if (name.isUnknown) return [undetermined(name)];
	if (value.hasUnknown) return named || isScalekitDocument(name.text ?? "") ? [undetermined(value)] : [];
	const text = value.text ?? "";
	const parts = pairsIn(decodedContent(text) ?? "")
		.pairs.filter((pair) => isScalekitClientSecret(`${name.text ?? ""} ${pair.path}`))
		.map((pair) => pair.value);
	const looksLikeTest = [...(named ? [text] : []), ...parts].some((each) => each.startsWith(TEST_SECRET_PREFIX));
	return looksLikeTest ? [fail(value, "contains a Scalekit client secret with the prefix of development environments")] : [];
}
