import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { UNKNOWN } from "./unknown";

/** How many items a list has that nobody knows: programs take the first ones, one for each availability zone. */
const ITEMS = 3;

const RESULT = /^export interface \w+Result \{\n([\s\S]*?)^\}/m;
const PROPERTY = /^ {4}readonly (\w+)\??: ([^\n]*)/gm;

/**
 * What a provider function would answer, every value unknown: its properties as the provider's own SDK declares them,
 * for `aws:ec2/getVpc:getVpc` in `@pulumi/aws/ec2/getVpc.d.ts`.
 *
 * @param program a file in the folder from which the program loads its SDKs
 * @returns undefined where no declaration is found
 */
export function unknownResult(token: string, program: string): Record<string, unknown> | undefined {
	const [provider = "", module = "", name = ""] = token.split(":");
	const folder = (module.split("/")[0] ?? "").replace(/^index$/, "");
	try {
		const sdk = dirname(createRequire(program).resolve(`@pulumi/${provider}/package.json`));
		const declaration = RESULT.exec(readFileSync(join(sdk, folder, `${name}.d.ts`), "utf8"))?.[1] ?? "";
		const properties = [...declaration.matchAll(PROPERTY)].map(([, property = "", type = ""]) => [property, unknownOf(type)] as const);
		return properties.length > 0 ? Object.fromEntries(properties) : undefined;
	} catch {
		return undefined;
	}
}

function unknownOf(type: string): unknown {
	return type.includes("[]") ? Array<string>(ITEMS).fill(UNKNOWN) : UNKNOWN;
}
