import fc from "fast-check";

/** What no output may contain, by its name. */
const UNSAFE: Readonly<Record<string, RegExp>> = {
	"a control character": /(?!\n)\p{Cc}/u,
	"a bidirectional or invisible character": /\p{Cf}|\u2028|\u2029|\p{Default_Ignorable_Code_Point}/u,
	"half a surrogate pair": /\p{Cs}/u,
	"a command of GitHub Actions": /^\s*::/m,
	"an older command, or one of Azure Pipelines or TeamCity": /##(?:\[|vso\[|teamcity\[)/i,
};

/** Secrets whose format shows them. None is real; the parts keep scanners from reporting this file. */
export const SECRETS: readonly string[] = [
	["AKIA", "Q7PLANTEDKEY2345"],
	["ghp", "_Zq7PLANTED0123456789Zq7PLANTED0123456789"],
	["sk_live", "_Zq7PLANTED0123456789"],
	["xoxb", "-Zq7PLANTED-0123456789"],
	["glpat", "-Zq7PLANTED0123456789"],
	["postgres://shop:", "Zq7PLANTED0123456789@db.internal/shop"],
	["-----BEGIN RSA PRIVATE KEY-----", "\nMIIZq7PLANTED0123456789\n-----END RSA PRIVATE KEY-----"],
].map((parts) => parts.join(""));

/** The part of every secret that no output may contain. */
export const SECRET_PART = /PLANTED/;

/** Reasons why a text is unsafe to print; its own line breaks are not. */
export function unsafeIn(text: string): readonly string[] {
	return Object.entries(UNSAFE).flatMap(([what, pattern]) => {
		const found = pattern.exec(text);
		return found ? [`${what}: ${JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 60))}`] : [];
	});
}

/** The same for a document: its text, and every string and key in it. */
export function unsafeInJson(text: string): readonly string[] {
	const strings: string[] = [];
	JSON.parse(text, (key, value) => {
		strings.push(key, ...(typeof value === "string" ? [value] : []));
		return value;
	});
	return [...unsafeIn(text), ...new Set(strings.flatMap(unsafeIn))];
}

const PIECES = [
	...[
		"\n",
		"\r",
		"\r\n",
		"\t",
		"\0",
		"\b",
		"\u007f",
		"\u0085",
		"\u009b2J",
		"\u001b[2J",
		"\u001b[31m",
		"\u001b]8;;http://x\u0007",
		"\u001b",
	],
	...[
		"\u202e",
		"\u2066",
		"\u2069",
		"\u200b",
		"\u200f",
		"\u2028",
		"\u2029",
		"\ufeff",
		"\u061c",
		"\u00ad",
		"\u3164",
		"\u{e0041}",
		"\ud83d",
		"\udc00",
	],
	...["::", ":", "::error file=a,line=1::x", "::set-output name=x::y", "::stop-commands::x", "##", "#", "[", "##[group]x", "##[error]x"],
	...[
		"##vso[task.setvariable variable=a]b",
		"##teamcity[buildStop]",
		"##VSO[",
		"%0A::error::x",
		" ",
		'"',
		"'",
		"\\n",
		"web",
		"prod",
		"/",
		".",
	],
];

/** Texts that a terminal or a CI system would interpret. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), {
		minLength: 1,
		maxLength: 10,
	})
	.map((pieces) => pieces.join(""));

/** The same with a secret in it. */
export const hostileSecret: fc.Arbitrary<string> = fc
	.tuple(hostileText, fc.constantFrom(...SECRETS), hostileText)
	.map(([before, secret, after]) => `${before}-${secret} ${after}`);
