import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { safeName } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, ListenerRule, SsmParameter } from "../../facts/resource-types";
import { contentOf } from "./content";
import { type HostAnswer, inspectAddress, isDevelopmentAddress, isScalekitAddress } from "./environment-host";
import type { Handed } from "./handed";
import { partsOf } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { saysEnvironmentUrl, saysOtherEnvironment } from "./scalekit-names";
import { handedBy, surfaces } from "./surfaces";
import { undecided } from "./undecided";
import { holdsOnlyLocations, isUnseenDocument, readable } from "./unseen";

export const scalekitEnvironmentIsProduction = resourceRule({
	id: "scalekit-environment-is-production",
	title: "Production workloads use Scalekit's production environment",
	checklistItems: ["L1"],
	severity: "high",
	since: "1.0.0",
	resources: [...surfaces.map((each) => each.kind), SsmParameter, Listener, ListenerRule],
	why: "A development environment has other users, organisations and connections, and test logins that everybody knows: people sign in to the wrong place, or cannot sign in at all.",
	fix: "Set the variable to the production environment's address: https:// and one label under scalekit.com, or the custom domain, with nothing behind the host.",
	whenNotToUse: "Scalekit runs on the team's own servers, in a private network.",
	toleratedUnknowns:
		"An unknown value counts as no address of Scalekit's unless its name is that of one (SCALEKIT_ENVIRONMENT_URL) or of a document about Scalekit (SCALEKIT_CONFIG): most values are unknown at a preview.",
	references: ["Scalekit: Set up Scalekit", "Scalekit: Environments", "Scalekit: Custom domain"],

	check(resource, { project }) {
		if (!project.production) return notApplicable("only production needs the production environment");
		const hosts = project.scalekitHosts;
		if (resource.is(SsmParameter)) return checkParameter(resource as Resource<ParameterArgs>, hosts);
		if (resource.is(Listener)) return checkIssuers((resource as Resource<ListenerArgs>).read("defaultActions"), hosts);
		if (resource.is(ListenerRule)) return checkIssuers((resource as Resource<ListenerRuleArgs>).read("actions"), hosts);
		const handed = handedBy(resource) ?? [];
		const unseen = handed.flatMap((each) =>
			each.how === "text" && each.value.hasUnknown && !holdsOnlyLocations(each.value) ? [each.value] : [],
		);
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
	if (handed.how === "text") return [...commandWord(handed.value, handed.to), ...partsIn("", handed.value, handed.to, hosts)];
	const { name, value } = handed;
	if (name.isUnknown) return [undetermined(name)];
	const said = saysEnvironmentUrl(name.text ?? "");
	if (said === "no") {
		if (handed.how === "pointer") return [];
		if (isUnseenDocument(name.text ?? "", value)) return [undetermined(value)];
		return isDevelopmentAddress(value.text ?? filledIn(value))
			? checkDevelopment(value, name.text ?? "", safeName(name) ?? "a variable")
			: partsIn(name.text ?? "", value, handed.to, hosts);
	}
	if (handed.how === "pointer")
		return [inOtherStack(`${safeName(name) ?? "the address"} comes from a secret or a parameter that is not read here`)];
	if (value.hasUnknown)
		return isDevelopmentAddress(filledIn(value)) ? checkDevelopment(value, name.text ?? "", safeName(name)) : [undetermined(value)];
	return checkAddress(value, value.text ?? "", safeName(name), said, hosts);
}

/** An address of which an unknown part is a label of the host. */
function filledIn(value: Reading): string {
	return value.partial?.filled(() => "unknown") ?? "";
}

/** The addresses in a script, or in a document that a variable holds. */
function partsIn(variable: string, value: Reading, to: string, hosts: readonly string[]): readonly Verdict[] {
	return partsOf(withoutComments(contentOf(readable(value) ?? "") ?? "")).pairs.flatMap(({ name, value: part, path }) => {
		const called = `${variable} ${path}`;
		const said = saysEnvironmentUrl(called);
		const where = `${safeName(name) ?? "a variable"} in ${to}`;
		if (said !== "no") return checkAddress(value, part, where, said, hosts, called);
		return isDevelopmentAddress(part) ? checkDevelopment(value, called, where) : [];
	});
}

/** A command's word that is an address by itself. */
function commandWord(value: Reading, to: string): readonly Verdict[] {
	return isDevelopmentAddress(value.text ?? "") ? checkDevelopment(value, "", to) : [];
}

/** The lines of a script that do something. */
function withoutComments(text: string): string {
	return text.includes("#") ? text.replace(/^[ \t]{0,64}#.*$/gm, "") : text;
}

/** A development environment is none of production's, whatever the variable is called. */
function checkDevelopment(where: Reading, called: string, shownAs: string | undefined): readonly Verdict[] {
	return [notProduction(where, called, shownAs, "is the one of a development environment")];
}

function notProduction(where: Reading, called: string, name: string | undefined, because: string): Verdict {
	const which = name === undefined ? "" : ` in ${name}`;
	return saysOtherEnvironment(called)
		? notDecidable(
				where,
				`the Scalekit address${which} ${because}, as its name says; infrastructure does not show whether production uses it`,
			)
		: fail(where, `has a Scalekit address${which} that ${because}`);
}

function checkAddress(
	where: Reading,
	text: string,
	name: string | undefined,
	said: "yes" | "perhaps",
	hosts: readonly string[],
	called = name ?? "",
): readonly Verdict[] {
	if (text === "" || (said === "perhaps" && !isScalekitAddress(text) && !hosts.includes(hostOf(text)))) return [];
	const answer: HostAnswer = inspectAddress(text, hosts);
	const address = `the Scalekit address${name === undefined ? "" : ` in ${name}`}`;
	switch (answer.is) {
		case "production":
		case "custom":
			return [pass()];
		case "not-production":
			return [notProduction(where, called, name, answer.because)];
		case "undecided":
			return [notDecidable(where, `${address} ${answer.because}`)];
		case "reference":
			return [inOtherStack(`${address} comes from somewhere that is not read here`)];
	}
}

function checkParameter(parameter: Resource<ParameterArgs>, hosts: readonly string[]): Verdict | readonly Verdict[] {
	const name = parameterName(parameter);
	if (name.isUnknown) return undetermined(name);
	const said = saysEnvironmentUrl(name.text ?? "");
	const value = parameterValue(parameter);
	if (said === "no") {
		const called = name.text ?? "";
		if (isUnseenDocument(called, value)) return undetermined(value);
		const verdicts = isDevelopmentAddress(value.text ?? "")
			? checkDevelopment(value, called, undefined)
			: partsIn(called, value, "the parameter", hosts);
		return allOf(verdicts, notApplicable("neither its name nor its value is the one of a Scalekit environment's address"));
	}
	if (value.hasUnknown) return undetermined(value);
	return allOf(
		checkAddress(value, value.text ?? "", undefined, said, hosts, name.text),
		notApplicable("it holds no address of Scalekit's"),
	);
}

/** A load balancer that signs people in itself names the environment as the issuer. */
function checkIssuers(actions: Reading, hosts: readonly string[]): Verdict | readonly Verdict[] {
	if (actions.isUnknown) return undetermined(actions);
	const verdicts = actions.items.flatMap((action): readonly Verdict[] => {
		const issuer = action.read("authenticateOidc").read("issuer");
		if (issuer.isUnknown) return [undetermined(issuer)];
		return isScalekitAddress(issuer.text ?? "") ? checkAddress(issuer, issuer.text ?? "", "its issuer", "yes", hosts) : [];
	});
	return allOf(verdicts, notApplicable("it does not sign people in with Scalekit"));
}

function hostOf(text: string): string {
	return URL.canParse(text) ? new URL(text).hostname : "";
}
