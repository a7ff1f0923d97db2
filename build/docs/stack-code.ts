import type { ExampleResource } from "../../policies/engine/example";
import { around, layOut, objectCode } from "./layout";
import { referencesIn, valueCode, variableOf } from "./value-code";

/**
 * The stack of an example as a Pulumi program in TypeScript.
 *
 * @param subject the resource that the verdict is about, which is always included
 * @param above the last code of each resource on the page; unchanged resources are only listed
 */
export function stackCode(stack: readonly ExampleResource[], subject?: string, above = new Map<string, string>()): string {
	const referred = new Set(stack.flatMap((each) => referencesIn(each.inputs)));
	const asAbove: string[] = [];
	const statements: string[] = [];
	for (const each of ordered(stack)) {
		const code = statement(each, referred.has(each.name));
		if (each.name !== subject && above.get(each.name) === code) asAbove.push(each.name);
		else statements.push(code);
		above.set(each.name, code);
	}
	return [...(asAbove.length > 0 ? [`// unchanged: ${asAbove.join(", ")}`] : []), ...statements].join("\n");
}

/** Resources after those that they reference, otherwise in the order of the example. */
function ordered(stack: readonly ExampleResource[]): readonly ExampleResource[] {
	const done = new Set<ExampleResource>();
	const visit = (resource: ExampleResource, above: readonly ExampleResource[]) => {
		if (done.has(resource) || above.includes(resource)) return;
		const names = referencesIn(resource.inputs);
		for (const other of stack.filter((each) => names.includes(each.name))) visit(other, [...above, resource]);
		done.add(resource);
	};
	for (const each of stack) visit(each, []);
	return [...done];
}

function statement(resource: ExampleResource, referred: boolean): string {
	const variable = referred ? `const ${variableOf(resource.name)} = ` : "";
	return [layOut(around(variable, construction(resource), ";")), ...answers(resource)].join("\n");
}

function construction(resource: ExampleResource) {
	const type = className(resource.type);
	const name = JSON.stringify(resource.name);
	if (resource.external) return `${type}.get(${name}, ${name})`;
	return around(`new ${type}(${name}, `, valueCode(resource.inputs), ")");
}

/** Outputs that are not inputs. */
function answers({ outputs }: ExampleResource): readonly string[] {
	if (!outputs) return [];
	const said = Object.entries(outputs).map(([key, value]) => [key, valueCode(value)] as const);
	return [`// outputs: ${layOut(objectCode(said)).replace(/\s+/g, " ")}`];
}

/** The class of a type token in the Node SDK: `aws:lb/listener:Listener` is `aws.lb.Listener`. */
export function className(token: string): string {
	const [provider = "", module = "", type = ""] = token.split(":");
	const own = type.charAt(0).toLowerCase() + type.slice(1);
	const path = module.split("/").filter((part) => part !== own && part !== "index");
	return [provider, ...path.filter((part) => part !== provider), type].join(".");
}
