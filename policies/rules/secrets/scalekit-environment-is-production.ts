import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, beyond, elsewhere, fail, notApplicable, pass, unknown, type Verdict } from "../../engine/verdict";
import { Listener, ListenerRule, SsmParameter } from "../../facts/kinds";
import { contentOf } from "./content";
import { inspectAddress, isScalekitAddress } from "./environment-host";
import { type Handed, shown } from "./handed";
import { partsOf } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { saysEnvironmentUrl } from "./scalekit-names";
import { handedBy, surfaces } from "./surfaces";
import { undecided } from "./undecided";

export const scalekitEnvironmentIsProduction = resourceRule({
	id: "scalekit-environment-is-production",
	title: "Production workloads use Scalekit's production environment",
	lines: ["L1"],
	severity: "high",
	since: "1.0.0",
	resources: [...surfaces.map((each) => each.kind), SsmParameter, Listener, ListenerRule],
	why: "A development environment has other users, organisations and connections, and test logins that everybody knows: people sign in to the wrong place, or cannot sign in at all.",
	fix: "Set the variable to the production environment's address: https:// and one label under scalekit.com, or the custom domain, with nothing behind the host.",
	whenNotToUse: "Scalekit runs on the team's own servers, in a private network.",
	references: ["Scalekit: Set up Scalekit", "Scalekit: Environments", "Scalekit: Custom domain"],

	check(resource, { surroundings }) {
		if (!surroundings.production) return notApplicable("only production needs the production environment");
		const hosts = surroundings.scalekitHosts;
		if (resource.is(SsmParameter)) return checkParameter(resource as Resource<ParameterArgs>, hosts);
		if (resource.is(Listener)) return checkIssuers((resource as Resource<ListenerArgs>).read("defaultActions"), hosts);
		if (resource.is(ListenerRule)) return checkIssuers((resource as Resource<ListenerRuleArgs>).read("actions"), hosts);
		const handed = handedBy(resource) ?? [];
		const unseen = handed.flatMap((each) => (each.how === "text" && each.value.hasUnknown ? [each.value] : []));
		return allOf(
			[...handed.flatMap((each) => checkHanded(each, hosts)), ...undecided(unseen)],
			notApplicable("it hands over no address of a Scalekit environment"),
		);
	},
});

function checkHanded(handed: Handed, hosts: readonly string[]): readonly Verdict[] {
	if (handed.how === "hidden") {
		return handed.name?.isKnown && saysEnvironmentUrl(handed.name.text ?? "") === "no" ? [] : [handed.verdict];
	}
	if (handed.how === "text") return partsIn(handed.value, handed.to, hosts);
	const { name, value } = handed;
	if (name.isUnknown) return [unknown(name)];
	const said = saysEnvironmentUrl(name.text ?? "");
	if (said === "no") return handed.how === "variable" ? partsIn(value, handed.to, hosts) : [];
	if (handed.how === "pointer")
		return [elsewhere(`${shown(name) ?? "the address"} comes from a secret or a parameter that is not read here`)];
	if (value.hasUnknown) return [unknown(value)];
	return checkAddress(value, value.text ?? "", shown(name), said, hosts);
}

/** The addresses in a script, or in a document that a variable holds. */
function partsIn(value: Reading, to: string, hosts: readonly string[]): readonly Verdict[] {
	return partsOf(contentOf(value.text ?? "") ?? "").pairs.flatMap(({ name, value: part }) => {
		const said = saysEnvironmentUrl(name);
		return said === "no" ? [] : checkAddress(value, part, `${shown(name) ?? "a variable"} in ${to}`, said, hosts);
	});
}

function checkAddress(
	where: Reading,
	text: string,
	name: string | undefined,
	said: "yes" | "perhaps",
	hosts: readonly string[],
): readonly Verdict[] {
	if (text === "" || (said === "perhaps" && !isScalekitAddress(text) && !hosts.includes(hostOf(text)))) return [];
	const answer = inspectAddress(text, hosts);
	const address = `the Scalekit address${name === undefined ? "" : ` in ${name}`}`;
	switch (answer.is) {
		case "production":
		case "custom":
			return [pass()];
		case "not-production":
			return [fail(where, `has a Scalekit address${name === undefined ? "" : ` in ${name}`} that ${answer.because}`)];
		case "undecided":
			return [beyond(where, `${address} ${answer.because}`)];
		case "reference":
			return [elsewhere(`${address} comes from somewhere that is not read here`)];
	}
}

function checkParameter(parameter: Resource<ParameterArgs>, hosts: readonly string[]): Verdict | readonly Verdict[] {
	const name = parameterName(parameter);
	if (name.isUnknown) return unknown(name);
	const said = saysEnvironmentUrl(name.text ?? "");
	if (said === "no") return notApplicable("its name is not the one of a Scalekit environment's address");
	const value = parameterValue(parameter);
	if (value.hasUnknown) return unknown(value);
	return allOf(checkAddress(value, value.text ?? "", undefined, said, hosts), notApplicable("it holds no address of Scalekit's"));
}

/** A load balancer that signs people in itself names the environment as the issuer. */
function checkIssuers(actions: Reading, hosts: readonly string[]): Verdict | readonly Verdict[] {
	if (actions.isUnknown) return unknown(actions);
	const verdicts = actions.items.flatMap((action): readonly Verdict[] => {
		const issuer = action.read("authenticateOidc").read("issuer");
		if (issuer.isUnknown) return [unknown(issuer)];
		return isScalekitAddress(issuer.text ?? "") ? checkAddress(issuer, issuer.text ?? "", "its issuer", "yes", hosts) : [];
	});
	return allOf(verdicts, notApplicable("it does not sign people in with Scalekit"));
}

function hostOf(text: string): string {
	return URL.canParse(text) ? new URL(text).hostname : "";
}
