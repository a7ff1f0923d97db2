import type { SecretVersionArgs } from "@pulumi/aws/secretsmanager/secretVersion";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, unknown, type Verdict } from "../../engine/verdict";
import { SecretVersion, SsmParameter } from "../../facts/kinds";
import { TEST_SECRET_PREFIX } from "../../facts/scalekit-environment";
import { contentOf } from "./content";
import { partsOf } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { isScalekitClientSecret } from "./scalekit-names";
import { handedBy, surfaces } from "./surfaces";

export const scalekitSecretNotTest = resourceRule({
	id: "scalekit-secret-not-test",
	title: "No client secret of Scalekit's looks like one for tests",
	lines: ["L1"],
	severity: "low",
	since: "1.0.0",
	resources: [...surfaces.map((each) => each.kind), SsmParameter, SecretVersion],
	why: `In Scalekit's documentation every secret of a development environment starts with "${TEST_SECRET_PREFIX}". Scalekit promises this nowhere, so it is a hint and no proof.`,
	fix: "Compare it with the client secret of the production environment in Scalekit's dashboard, and exchange it where it is another one.",
	whenNotToUse: `Scalekit gave the production environment a secret that starts with "${TEST_SECRET_PREFIX}".`,
	references: ["Scalekit: Set up Scalekit", "Scalekit: Client credentials practices"],

	check(resource, { surroundings }) {
		if (!surroundings.production) return notApplicable("only production needs a production secret");
		return allOf(
			secretsOf(resource).flatMap(([name, value]) => checkSecret(name, value)),
			notApplicable("it holds no client secret of Scalekit's that can be seen, or one that does not look like one for tests"),
		);
	},
});

/** Everything in a resource that may be a client secret, with its name. */
function secretsOf(resource: Resource): readonly (readonly [name: Reading, value: Reading])[] {
	if (resource.is(SsmParameter)) {
		const parameter = resource as Resource<ParameterArgs>;
		return [[parameterName(parameter), parameterValue(parameter)]];
	}
	if (resource.is(SecretVersion)) {
		const value = (resource as Resource<SecretVersionArgs>).read("secretString");
		return [[new Reading(resource.name, ""), value]];
	}
	return (handedBy(resource) ?? []).flatMap((each) => {
		if (each.how === "variable") return [[each.name, each.value] as const];
		return each.how === "text" ? [[new Reading("", ""), each.value] as const] : [];
	});
}

function checkSecret(name: Reading, value: Reading): readonly Verdict[] {
	const named = isScalekitClientSecret(name.text ?? "");
	if (value.hasUnknown) return named ? [unknown(value)] : [];
	if (name.isUnknown) return [unknown(name)];
	const text = value.text ?? "";
	const parts = partsOf(contentOf(text) ?? "")
		.pairs.filter((pair) => isScalekitClientSecret(`${name.text ?? ""} ${pair.name}`))
		.map((pair) => pair.value);
	const looksLikeTest = [...(named ? [text] : []), ...parts].some((each) => each.startsWith(TEST_SECRET_PREFIX));
	return looksLikeTest ? [fail(value, "holds a client secret of Scalekit's that looks like one of a development environment")] : [];
}
