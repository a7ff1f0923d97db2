import { parseJson } from "../../engine/wire";
import type { Pair } from "./pair";
import { isSecretName } from "./secret-names";
import { hasReference } from "./secret-values";
import { commandPairs } from "./text/command-pairs";
import { linePairs } from "./text/line-pairs";

export interface PairsAndRest {
	readonly pairs: readonly Pair[];
	/** The text without the values of the pairs. */
	readonly rest: string;
}

const MAX_DEPTH = 8;

/** A shell expansion: a variable or the output of a command. */
const EXPANSION = /\$[A-Za-z_{(]/;
/** A script argument, unless it is in single quotes; and a placeholder of `printf`. */
const ARGUMENT = /\$[1-9@*](?!\w)/;
const FORMAT = /^%[sdvq](?![A-Za-z0-9])/;
const VARIABLE_PLACEHOLDER = "$VALUE";

/** `NAME=value`, `NAME="value"`, `"name": "value"`: shell, PowerShell, properties, connection strings, query strings, JSON in a script. */
const ASSIGNMENT =
	/(?:(?<![\w.$])|(?<=^[ \t]{0,16}\$))([A-Za-z_][\w.-]{0,127})(?:["']?[ \t]{0,4}[:=][ \t]{0,4}(?:"([^"]*)"|'([^']*)')|=(?!=)([^\s"'&;,|<>()[\]]+))/gm;
/** Matches texts in which one of the three patterns may occur; most values do not match. */
const MAY_HOLD_PAIRS = /=|:[ \t"'\\]|["'][ \t]|--/;
/** `name: value` on its own line: YAML, as in cloud-init. */
const YAML_LINE = /^[ \t]{0,64}(?:- )?([A-Za-z_][\w.-]{0,127}):[ \t]{1,4}([^\s"'#{[|>!&*][^\s]*)[ \t]*$/gm;
/** `--name value`. */
const FLAG = /(?<![\w-])--([A-Za-z][A-Za-z0-9-]{0,63})[ \t]{1,4}(?:"([^"]*)"|'([^']*)'|([^\s"'|;&<>()-][^\s"'|;&<>()]*))/g;

/** The pairs in a text: the leaves of a JSON document, or the assignments and flags of a script. */
export function pairsIn(text: string): PairsAndRest {
	if (/^\s*[{[]/.test(text)) {
		const document = parseJson(text);
		if (typeof document === "object" && document !== null) return { pairs: leavesOf("", "", document, 0), rest: "" };
	}
	const others = [...linePairs(text), ...commandPairs(text)];
	if (!MAY_HOLD_PAIRS.test(text)) return { pairs: others, rest: text };
	const pairs: Pair[] = [];
	let rest = text.replaceAll('\\"', '"');
	for (const pattern of [ASSIGNMENT, FLAG, YAML_LINE]) {
		rest = rest.replace(pattern, (whole: string, name: string, ...found: unknown[]) => {
			const [at, text] = found.slice(-2) as [number, string];
			const value = found.slice(0, -2).find((group) => typeof group === "string") as string | undefined;
			const isCall = /[([]/.test(text.charAt(at + whole.length));
			if (!value || isCall || isExpression(name, value)) return whole;
			if (isExpanded(value, whole.endsWith("'"))) {
				pairs.push({ name, value: VARIABLE_PLACEHOLDER, path: name });
				return whole;
			}
			pairs.push({ name, value, path: name }, ...innerPairs(value));
			return `${name}=`;
		});
	}
	return { pairs: [...pairs, ...others], rest };
}

/** `Environment="NAME=value"`, `--from-literal=name=value`. */
function innerPairs(value: string): readonly Pair[] {
	const match = /^([A-Za-z_][\w.-]{0,127})=(?!=)["']?([^\s"']+)/.exec(value);
	return match && !EXPANSION.test(match[2] as string)
		? [{ name: match[1] as string, value: match[2] as string, path: match[1] as string }]
		: [];
}

/** True if a shell or `printf` inserts a part of the value, so the script does not contain it. */
function isExpanded(value: string, singleQuotes: boolean): boolean {
	if (FORMAT.test(value) || (!singleQuotes && ARGUMENT.test(value))) return true;
	return EXPANSION.test(value) && !(singleQuotes && !hasReference(value));
}

function leavesOf(path: string, name: string, value: unknown, depth: number): readonly Pair[] {
	if (typeof value === "string") return [{ name, value, path }];
	if (typeof value !== "object" || value === null || depth === MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((item) => leavesOf(path, name, item, depth + 1));
	const record = value as Record<string, unknown>;
	const isPage = typeof record["authDomain"] === "string" || typeof record["messagingSenderId"] === "string";
	const named = record["name"] ?? record["Name"];
	return Object.entries(record).flatMap(([key, child]) => {
		const isNamed = typeof named === "string" && /^value$/i.test(key);
		const isPrivatePart = typeof record["kty"] === "string" && (key === "d" || key === "k");
		if (isPage && key === "apiKey") return []; // Firebase includes this key in every page
		const called = isNamed ? named : isPrivatePart ? "privateKey" : key;
		return leavesOf(`${path} ${called}`, called, child, depth + 1);
	});
}

/** In code a word may be an expression: `connect(password=password, token=args.token)`. In shell scripts variable names are upper-case, and words are strings. */
function isExpression(name: string, value: string): boolean {
	return /[a-z]/.test(name) && /^[A-Za-z_][\w.]*$/.test(value) && !/\d{3}/.test(value) && isSecretName(value);
}
