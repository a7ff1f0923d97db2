import { Reading } from "../engine/reading";
import { AUTHORIZATION_HEADER, SECRET_SHAPES } from "../facts/secret-shapes";
import { pairsIn } from "../rules/secrets/pairs";
import { classifyPair, findSecrets } from "../rules/secrets/secret-detector";
import { isSecretName } from "../rules/secrets/secret-names";
import { shapeOf } from "../rules/secrets/secret-shape";

/** The mask for a secret. */
export const MASK = "[secret]";

/** A private key with its header, up to its end. */
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,64}-----|$)/g;

/**
 * All formats in one pattern. A secret may follow an underscore or a hyphen of a name, and some formats match only its start,
 * so the rest of the word belongs to it.
 */
const FORMAT = new RegExp(
	`(?:${SECRET_SHAPES.map(({ pattern }) => pattern.source.replace(/^\(\?<!(?:\\w|\[\\w-\])\)/, "(?<![A-Za-z0-9])")).join("|")})[\\w+/=-]*`,
	"g",
);

/** The password in a URL, also within a word. */
const URL_PASSWORD = /(:\/\/[^\s/?#@:"'<>]{0,256}:)[^\s/?#@"']{1,512}(?=@(?!sha256:))/g;
const HEADER = new RegExp(AUTHORIZATION_HEADER, "gi");

/** Names that a text may contain before a value: `password: x`, `"token" => "x"`. */
const NAMED =
	/([A-Za-z_][\w.-]{0,127})(["']?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4})(?:"([^"]{1,1000})"|'([^']{1,1000})'|([^\s"'&;,|<>()[\]{}]{6,1000}))/g;

/** A program may print a document in one line. */
const LONGEST_LINE = 64 * 1024;
/** The end of a line that was cut, in which a secret may be incomplete. */
const MAY_BE_CUT = 4096;

/** A property in code that Node.js prints: `password = settings.password`. */
const PROPERTY = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/;

/** What Pulumi's SDK prints about a missing configuration value. */
const PULUMI_HINT = /^\s*please set a value using the command `pulumi config set (?:--secret )?[\w.:-]+ <value>`$/;

/**
 * Masks the secrets in a text that their format shows: tokens, private keys, URLs with a password. Names and messages may
 * contain them.
 */
export function maskFormats(text: string): string {
	return text
		.replace(PRIVATE_KEY, MASK)
		.replace(FORMAT, MASK)
		.replace(URL_PASSWORD, `$1${MASK}`)
		.replace(HEADER, (header, credential: string) => header.slice(0, -credential.length) + MASK);
}

/** Masks the secrets in the output of a program, which their format shows or a name before them: `DB_PASSWORD=x`. */
export function maskOutput(text: string): string {
	return maskFormats(text)
		.split("\n")
		.map((line) => (line.length > LONGEST_LINE ? `${maskPairs(line.slice(0, LONGEST_LINE)).slice(0, -MAY_BE_CUT)} …` : maskPairs(line)))
		.join("\n");
}

function maskPairs(line: string): string {
	if (PULUMI_HINT.test(line)) return line;
	const named = line.replace(NAMED, (...groups) => {
		const [found, name, sign, double, single, bare, at] = groups as [string, string, string, string?, string?, string?, number?];
		const value = double ?? single ?? bare ?? "";
		const isCode = bare !== undefined && (PROPERTY.test(bare) || /[([]/.test(line.charAt((at ?? 0) + found.length)));
		const mayBeSecret = isSecretName(name) && !isCode && (bare === undefined || sign.includes("=") || looksRandom(bare));
		if (!mayBeSecret || classifyPair({ name, value }).is !== "secret") return found;
		const quote = bare === undefined ? found.slice(-1) : "";
		return `${name}${sign}${quote}${MASK}${quote}`;
	});
	const secrets = pairsIn(named).pairs.filter((pair) => classifyPair(pair).is === "secret");
	const masked = secrets.reduce((rest, { value }) => rest.replaceAll(value, MASK), named);
	const left = findSecrets(new Reading(masked, undefined));
	// The detector may know secrets that cannot be located, such as encoded ones.
	return (Array.isArray(left) && left.length > 0) || shapeOf(masked) !== undefined ? MASK : masked;
}

/** After a colon, a word of a sentence is not a secret: `invalid token: expected`. */
function looksRandom(word: string): boolean {
	return /\d/.test(word) || /[^\w.!?-]/.test(word);
}
