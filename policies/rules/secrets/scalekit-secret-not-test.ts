import type { SecretVersionArgs } from "@pulumi/aws/secretsmanager/secretVersion";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { SecretVersion, SsmParameter } from "../../facts/resource-types";
import { TEST_SECRET_PREFIX } from "../../facts/scalekit-environment";
import { contentOf } from "./content";
import { partsOf } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { isScalekitClientSecret, isScalekitDocument } from "./scalekit-names";

export const scalekitSecretNotTest = resourceRule({
	id: "scalekit-secret-not-test",
	title: "No client secret of Scalekit's looks like one for tests",
	checklistItems: ["L1"],
	severity: "low",
	since: "1.0.0",
	resources: [SsmParameter, SecretVersion],
	why: `In Scalekit's documentation every secret of a development environment starts with "${TEST_SECRET_PREFIX}". Scalekit promises this nowhere, so it is a hint and no proof.`,
	fix: "Compare it with the client secret of the production environment in Scalekit's dashboard, and exchange it where it is another one.",
	whenNotToUse: `Scalekit gave the production environment a secret that starts with "${TEST_SECRET_PREFIX}".`,
	toleratedUnknowns:
		"An unknown value counts as no client secret of Scalekit's unless its name is that of one or of a document about Scalekit: most secrets are unknown at a preview.",
	references: ["Scalekit: Set up Scalekit", "Scalekit: Client credentials practices"],

	check(resource, { project }) {
		if (!project.production) return notApplicable("only production needs a production secret");
		return allOf(
			checkSecret(...secretOf(resource)),
			notApplicable("it holds no client secret of Scalekit's that can be seen, or one that does not look like one for tests"),
		);
	},
});

/** A secret and its name. What is handed over in plain text is the matter of another rule, whatever it looks like. */
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
	const parts = partsOf(contentOf(text) ?? "")
		.pairs.filter((pair) => isScalekitClientSecret(`${name.text ?? ""} ${pair.path}`))
		.map((pair) => pair.value);
	const looksLikeTest = [...(named ? [text] : []), ...parts].some((each) => each.startsWith(TEST_SECRET_PREFIX));
	return looksLikeTest ? [fail(value, "holds a client secret of Scalekit's that looks like one of a development environment")] : [];
}
