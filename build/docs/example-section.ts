import type { Example } from "../../policies/engine/example";
import { FORMS } from "../../policies/engine/example";
import type { Rule } from "../../policies/engine/rule";
import type { Verdict } from "../../policies/engine/verdict";
import { verdictOf } from "../../policies/rules/judge";
import { blocks, code, fenced, prose } from "./markdown";
import { stackCode } from "./stack-code";

/** The verdicts with the maximum number of examples on a page. */
const SHOWN: readonly { verdict: Verdict["verdict"]; heading: string; most: number }[] = [
	{ verdict: "pass", heading: "Pass", most: 2 },
	{ verdict: "fail", heading: "Fail", most: 3 },
	{ verdict: "not-applicable", heading: "Not applicable", most: 2 },
	{ verdict: "undetermined", heading: "Undetermined", most: 2 },
];

/** The first examples of each verdict, with their code and the rule's message. */
export function exampleSections(rule: Rule, examples: readonly Example[]): string {
	const above = new Map<string, string>();
	return blocks(
		...SHOWN.map(({ verdict, heading, most }) => {
			const own = examples.filter((example) => example.verdict === verdict).map((example) => ({ example, said: said(rule, example) }));
			const shown = own.filter(({ said }, index) => !said || own.findIndex((other) => other.said === said) === index).slice(0, most);
			return shown.length > 0 ? blocks(`### ${heading}`, ...shown.map(({ example, said }) => exampleBlock(example, said, above))) : "";
		}),
	);
}

function exampleBlock(example: Example, said: string | undefined, above: Map<string, string>): string {
	const code = stackCode(example.stack, example.subject ?? example.stack[0]?.name, above);
	return blocks(`${prose(example.title)}${settingsOf(example)}:`, fenced("ts", code), said);
}

/** The rule's message with its property. Examples with the same message as an earlier one are omitted. */
function said(rule: Rule, example: Example): string | undefined {
	if (example.verdict === "pass") return undefined;
	return verdictOf(rule, example, example.forms?.[0] ?? FORMS[0])
		.map(({ message, property }) => `> ${prose(message)}${property ? ` (${code(property)})` : ""}`)
		.join("\n>\n");
}

/** The settings of the example. */
function settingsOf({ options = {}, project: { components, production, scalekitHosts, browsersBehindEgress } = {} }: Example): string {
	const settings = [
		...Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
		...(components?.length ? [`components: [${components.join(", ")}]`] : []),
		...(production === false ? ["profile: staging"] : []),
		...(scalekitHosts?.length ? [`scalekit.environment: https://${scalekitHosts[0]}`] : []),
		...(browsersBehindEgress ? ["egress.browsers: true"] : []),
	];
	return settings.length > 0 ? ` (with ${settings.map(code).join(", ")})` : "";
}
