import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { safeName } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, ListenerRule, SsmParameter } from "../../facts/resource-types";
import { combinedUndetermined } from "./combined-undetermined";
import { classifyUrl, isDevelopmentUrl, isScalekitUrl, type UrlClassification } from "./environment-url";
import type { InjectedValue } from "./injected-values";
import { pairsIn } from "./pairs";
import { parameterName, parameterValue } from "./parameters";
import { holdsOnlyLocations, isUnknownDocument, visibleText } from "./partly-known";
import { isEnvironmentUrlName, isOtherEnvironmentName } from "./scalekit-names";
import { decodedContent } from "./text/unwrap";
import { injectedValues, workloads } from "./workloads";

export const scalekitEnvironmentIsProduction = resourceRule({
	id: "scalekit-environment-is-production",
	title: "Production workloads use the Scalekit production environment",
	checklistItems: ["L1"],
	severity: "high",
	since: "1.0.0",
	resources: [...workloads.map((each) => each.type), SsmParameter, Listener, ListenerRule],
	why: "A development environment has other users, organizations and connections, and well-known test logins: users log in to the wrong environment, or cannot log in at all.",
	fix: "Set the variable to the URL of the production environment: https:// and one label under scalekit.com, or the custom domain, with nothing after the host.",
	whenNotToUse: "Scalekit is self-hosted in a private network.",
	toleratedUnknowns:
		"An unknown value counts as no Scalekit URL unless its name denotes one (SCALEKIT_ENVIRONMENT_URL) or a document about Scalekit (SCALEKIT_CONFIG): most values are unknown in a preview.",
	references: [
		{ title: "Scalekit: Set up Scalekit", url: "https://docs.scalekit.com/authenticate/set-up-scalekit/" },
		{ title: "Scalekit: Environments", url: "https://docs.scalekit.com/dev-kit/guides/dashboard/environments/" },
		{ title: "Scalekit: Custom domain", url: "https://docs.scalekit.com/guides/custom-domain/" },
	],

	check(resource, { project }) {
		if (!project.production) return notApplicable("the profile is not production");
		const hosts = project.scalekitHosts;
		if (resource.is(SsmParameter)) return checkParameter(resource as Resource<ParameterArgs>, hosts);
		if (resource.is(Listener)) return checkIssuers((resource as Resource<ListenerArgs>).read("defaultActions"), hosts);
		if (resource.is(ListenerRule)) return checkIssuers((resource as Resource<ListenerRuleArgs>).read("actions"), hosts);
		const handed = injectedValues(resource) ?? [];
		const unseen = handed.flatMap((each) =>
			each.kind === "script" && each.value.hasUnknown && !holdsOnlyLocations(each.value) ? [each.value] : [],
		);
		return allOf(
			[...handed.flatMap((each) => checkHanded(each, hosts)), ...combinedUndetermined(unseen)],
			notApplicable("does not configure a Scalekit environment URL"),
		);
	},
});

function checkHanded(handed: InjectedValue, hosts: readonly string[]): readonly Verdict[] {
	if (handed.kind === "unknown") {
		return handed.name?.isKnown && isEnvironmentUrlName(handed.name.text ?? "") === "no" ? [] : [handed.verdict];
	}
	if (handed.kind === "script")
		return [...commandWord(handed.value, handed.recipient), ...partsIn("", handed.value, handed.recipient, hosts)];
	const { name, value } = handed;
	if (name.isUnknown) return [undetermined(name)];
	const said = isEnvironmentUrlName(name.text ?? "");
	if (said === "no") {
		if (handed.kind === "reference") return [];
		if (isUnknownDocument(name.text ?? "", value)) return [undetermined(value)];
		return isDevelopmentUrl(value.text ?? filledIn(value))
			? checkDevelopment(value, name.text ?? "", safeName(name) ?? "a variable")
			: partsIn(name.text ?? "", value, handed.recipient, hosts);
	}
	if (handed.kind === "reference")
		return [inOtherStack(`${safeName(name) ?? "the URL"} is a reference to a secret or parameter, whose value is not read`)];
	if (value.hasUnknown)
		return isDevelopmentUrl(filledIn(value)) ? checkDevelopment(value, name.text ?? "", safeName(name)) : [undetermined(value)];
	return checkAddress(value, value.text ?? "", safeName(name), said, hosts);
}

/** The URL with unknown parts replaced, as they may be in the path or in a label. */
function filledIn(value: Reading): string {
	return value.partial?.filled(() => "unknown") ?? "";
}

/** The URLs in a script, or in a document in a variable. */
function partsIn(variable: string, value: Reading, to: string, hosts: readonly string[]): readonly Verdict[] {
	return pairsIn(withoutComments(decodedContent(visibleText(value) ?? "") ?? "")).pairs.flatMap(({ name, value: part, path }) => {
		const called = `${variable} ${path}`;
		const said = isEnvironmentUrlName(called);
		const where = `${safeName(name) ?? "a variable"} in ${to}`;
		if (said !== "no") return checkAddress(value, part, where, said, hosts, called);
		return isDevelopmentUrl(part) ? checkDevelopment(value, called, where) : [];
	});
}

/** A word of a command that is a URL. */
function commandWord(value: Reading, to: string): readonly Verdict[] {
	return isDevelopmentUrl(value.text ?? "") ? checkDevelopment(value, "", to) : [];
}

/** A script without comment lines. */
function withoutComments(text: string): string {
	return text.includes("#") ? text.replace(/^[ \t]{0,64}#.*$/gm, "") : text;
}

/** A development URL fails in a variable of any name. */
function checkDevelopment(where: Reading, called: string, shownAs: string | undefined): readonly Verdict[] {
	return [notProduction(where, called, shownAs, "points to a Scalekit development environment")];
}

function notProduction(where: Reading, called: string, name: string | undefined, because: string): Verdict {
	const which = name === undefined ? "" : ` in ${name}`;
	return isOtherEnvironmentName(called)
		? notDecidable(where, `the URL${which} ${because}, as its name indicates; infrastructure does not show whether production uses it`)
		: fail(where, `has a Scalekit URL${which} that ${because}`);
}

function checkAddress(
	where: Reading,
	text: string,
	name: string | undefined,
	said: "yes" | "maybe",
	hosts: readonly string[],
	called = name ?? "",
): readonly Verdict[] {
	if (text === "" || (said === "maybe" && !isScalekitUrl(text) && !hosts.includes(hostOf(text)))) return [];
	const answer: UrlClassification = classifyUrl(text, hosts);
	const subject = `the Scalekit URL${name === undefined ? "" : ` in ${name}`}`;
	switch (answer.is) {
		case "production":
		case "custom":
			return [pass()];
		case "not-production":
			return [notProduction(where, called, name, answer.because)];
		case "ambiguous":
			return [notDecidable(where, `${subject} ${answer.because}`)];
		case "reference":
			return [inOtherStack(`${subject} is a reference, whose value is not read`)];
	}
}

function checkParameter(parameter: Resource<ParameterArgs>, hosts: readonly string[]): Verdict | readonly Verdict[] {
	const name = parameterName(parameter);
	if (name.isUnknown) return undetermined(name);
	const said = isEnvironmentUrlName(name.text ?? "");
	const value = parameterValue(parameter);
	if (said === "no") {
		const called = name.text ?? "";
		if (isUnknownDocument(called, value)) return undetermined(value);
		const verdicts = isDevelopmentUrl(value.text ?? "")
			? checkDevelopment(value, called, undefined)
			: partsIn(called, value, "the parameter", hosts);
		return allOf(verdicts, notApplicable("neither its name nor its value denotes a Scalekit environment URL"));
	}
	if (value.hasUnknown) return undetermined(value);
	return allOf(checkAddress(value, value.text ?? "", undefined, said, hosts, name.text), notApplicable("it contains no Scalekit URL"));
}

/** A load balancer that authenticates users has the environment URL as the issuer. */
function checkIssuers(actions: Reading, hosts: readonly string[]): Verdict | readonly Verdict[] {
	if (actions.isUnknown) return undetermined(actions);
	const verdicts = actions.items.flatMap((action): readonly Verdict[] => {
		const issuer = action.read("authenticateOidc").read("issuer");
		if (issuer.isUnknown) return [undetermined(issuer)];
		return isScalekitUrl(issuer.text ?? "") ? checkAddress(issuer, issuer.text ?? "", "its issuer", "yes", hosts) : [];
	});
	return allOf(verdicts, notApplicable("it does not authenticate users with Scalekit"));
}

function hostOf(text: string): string {
	return URL.canParse(text) ? new URL(text).hostname : "";
}
