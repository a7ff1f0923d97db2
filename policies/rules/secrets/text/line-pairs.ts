import type { Pair } from "../pair";
import { isSecretName } from "../secret-names";
import { isRandom } from "../secret-values";

/** A way to write a name and its value in a file, other than assignments and flags. */
interface LineForm {
	readonly pattern: RegExp;
	/** True if the value counts only if it looks generated, as the form also occurs in sentences and code. */
	readonly onlyRandom?: true;
	/** The secret, in messages, if the form itself denotes it. */
	readonly label?: string;
	/** A text that the document must contain. */
	readonly within?: RegExp;
}

/** The name is the group `name` or `name2`, the value the group `value`. */
const FORMS: readonly LineForm[] = [
	// INI, properties: `password = value`; in code, `password = value` may be an expression.
	{
		pattern: /^[ \t]{0,64}(?<name>[A-Za-z_][\w.-]{0,127})[ \t]{0,64}=[ \t]{1,64}(?<value>[^\s"'({[]\S{0,511})[ \t]*\r?$/gm,
		onlyRandom: true,
	},
	{
		pattern: /^[ \t]{0,64}(?<name>[A-Za-z_][\w.-]{0,127})[ \t]{1,64}=[ \t]{0,64}(?<value>[^\s"'({[]\S{0,511})[ \t]*\r?$/gm,
		within: /^\[[\w .:-]+\][ \t]*\r?$/m,
	},
	// YAML: values with symbols, comments or spaces.
	{
		pattern:
			/^[ \t]{0,64}(?:- )?(?<name>[A-Za-z_][\w.-]{0,127}):[ \t]{1,4}(?<value>[^\s"'#[|>!&*$][^\s#]{0,511})(?:[ \t]+#.*)?[ \t]*\r?$/gm,
	},
	{
		pattern:
			/["']?name["']?:[ \t]{0,4}["']?(?<name>[A-Za-z_][\w.-]{0,127})["']?,?\s{1,64}["']?value["']?:[ \t]{0,4}["']?(?<value>[^\s"']{1,512})/gi,
	},
	// XML: elements, attributes, properties.
	{ pattern: /<(?:[\w-]+:)?(?<name>[A-Za-z_][\w.-]{0,127})>\s{0,64}(?<value>[^<>\s][^<>]{0,511}?)\s{0,64}<\/(?:[\w-]+:)?\k<name>>/g },
	{ pattern: /(?:name|key)="(?<name>[A-Za-z_][\w.:-]{0,127})"\s{1,16}value="(?<value>[^"<>]{1,512})"/g },
	{ pattern: /<[\w-]+ name="(?<name>[A-Za-z_][\w.:-]{0,127})">\s{0,64}(?<value>[^<>\s][^<>]{0,511}?)\s{0,64}<\//g },
	// .netrc, .pgpass
	{
		pattern: /\bmachine\s{1,64}\S{1,256}\s{1,64}login\s{1,64}\S{1,256}\s{1,64}(?<name>password)\s{1,64}(?<value>[^\s"']{1,512})/g,
		label: "a password for .netrc",
	},
	{
		pattern: /(?:^|["'\s])[\w.*-]{1,255}:(?:\d{2,5}|\*):[\w.*-]{1,63}:[\w.*@-]{1,63}:(?<value>[^\s"':]{1,512})/gm,
		label: "a password for .pgpass",
		within: /pgpass/i,
	},
	// SQL
	{ pattern: /\b(?:PASSWORD|IDENTIFIED(?: WITH \S{1,64})? BY)\s{1,16}'(?<value>[^'\s]{1,512})'/gi, label: "a database password" },
	// Calls: `SetEnvironmentVariable("DB_PASSWORD", "value")`, `ConvertTo-SecureString "value"`
	{ pattern: /\w\(\s{0,64}["'](?<name>[A-Za-z_][\w.:-]{0,127})["'],\s{0,64}["'](?<value>[^"'\s]{1,512})["']/g, onlyRandom: true },
	{ pattern: /\bConvertTo-SecureString(?: -String)? {1,4}["'](?<value>[^"'$]{1,512})["']/gi, label: "a password" },
	// `api_key: value` inside another text, such as the program of sed.
	{
		pattern: /(?<![\w.-])(?<name>[A-Za-z_][\w.-]{0,127}):[ \t]{0,4}(?<value>[A-Za-z0-9+=_-]{8,512})(?![\w.:-]|\/[^"'g\s])/g,
		onlyRandom: true,
	},
];

/** The pairs in the lines of a file. */
export function linePairs(text: string): readonly Pair[] {
	const pairs: Pair[] = [];
	for (const { pattern, onlyRandom, label, within } of FORMS) {
		if (within && !within.test(text)) continue;
		for (const { groups } of text.matchAll(pattern)) {
			const name = groups?.["name"] ?? "password";
			const value = (groups?.["value"] ?? "").replace(/[;,]$/, "");
			if (label === undefined && !isSecretName(name)) continue;
			if (/\$[A-Za-z_{(]|^\$|^["']|%[A-Za-z_]\w*%|^[[({]{2}/.test(value)) continue;
			if (onlyRandom && !isRandom(value)) continue;
			pairs.push({ name, value, path: name, ...(label === undefined ? {} : { label }) });
		}
	}
	return pairs;
}
