import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parseDocument, type ScalarTag, type Tags } from "yaml";
import { readFailure, SourceError } from "../../source";

/** An unquoted date or time, in the two formats of Pulumi's CLI. */
export class Timestamp {
	constructor(
		private readonly printed: string,
		private readonly rfc3339: string,
	) {}

	/** `2026-01-01 00:00:00 +0000 UTC` in a stack's file, `2026-01-01T00:00:00Z` in Pulumi.yaml. */
	in(file: "stack" | "project"): string {
		return file === "stack" ? this.printed : this.rfc3339;
	}
}

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const TIME = /(?<separator>[Tt ])(?<hour>\d\d?):(?<minute>\d\d?):(?<second>\d\d?)(?:[.,](?<fraction>\d+))?(?<zone>Z|[-+]\d\d:\d\d)?/;
const TIMESTAMP = new RegExp(`^(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)(?:${TIME.source})?$`);

/** A 64-bit integer, otherwise a 64-bit float, otherwise the text: `0777` is 511, and a long hexadecimal number stays a string. */
function toNumber(written: string): bigint | number | string {
	const plain = written.replaceAll("_", "");
	const [, sign = "", digits = ""] = INTEGER.exec(plain) ?? [];
	if (digits !== "") {
		const magnitude = BigInt(digits.replace(/^0(?=[0-7])/, "0o"));
		if (magnitude < 2n ** (sign === "" ? 64n : 63n) || (sign === "-" && magnitude === 2n ** 63n))
			return sign === "-" ? -magnitude : magnitude;
	}
	const float = FLOAT.test(plain) ? Number(plain) : Number.NaN;
	return Number.isFinite(float) ? float : written;
}

/** A valid time with zone has a `T`, one without zone a space. */
function toTimestamp(written: string): Timestamp | string {
	const {
		year,
		month,
		day,
		separator,
		hour = "0",
		minute = "0",
		second = "0",
		fraction = "",
		zone,
	} = TIMESTAMP.exec(written)?.groups ?? {};
	if (separator !== undefined && (separator === " ") === (zone !== undefined)) return written;
	const [date, time] = [
		[year, month, day].map((each) => each?.padStart(2, "0")).join("-"),
		[hour, minute, second].map((each) => each.padStart(2, "0")).join(":"),
	];
	const instant = new Date(`${date}T${time}Z`);
	if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(`${date}T${time}`)) return written;
	const rest = fraction.slice(0, 9).replace(/0+$/, "");
	const exact = `${time}${rest && `.${rest}`}`;
	const isUtc = zone === undefined || /^(?:Z|[-+]00:00)$/.test(zone);
	const offset = zone?.replace(":", "");
	return new Timestamp(`${date} ${exact} ${isUtc ? "+0000 UTC" : `${offset} ${offset}`}`, `${date}T${exact}${isUtc ? "Z" : zone}`);
}

const scalar = (name: string, test: RegExp, resolve: (written: string) => unknown): ScalarTag => ({
	tag: `tag:yaml.org,2002:${name}`,
	default: true,
	test,
	resolve,
});

/** How gopkg.in/yaml.v3, which the CLI uses, resolves plain scalars (its resolve.go). */
const SCALARS: readonly ScalarTag[] = [
	scalar("timestamp", TIMESTAMP, toTimestamp),
	scalar("float", /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/, (written) =>
		/nan/i.test(written) ? Number.NaN : Number(`${written.startsWith("-") ? "-" : ""}Infinity`),
	),
	scalar("int", /^(?:[-+0-9]|\.[^_]*$)/, toNumber),
	scalar("float", /^(?:[-+0-9]|\.[^_]*$)/, toNumber),
	{ tag: "tag:yaml.org,2002:binary", resolve: (written) => Buffer.from(written, "base64").toString() },
];

const customTags = (core: Tags): Tags => [...core.filter((tag) => typeof tag === "object" && !/:(?:int|float)$/.test(tag.tag)), ...SCALARS];

/**
 * Reads a file as Pulumi's CLI does: YAML with the scalars of its Go library (integers are bigints), or JSON.
 *
 * @throws SourceError in one line, if it is neither
 */
export function readYaml(path: string): unknown {
	const text = readText(path);
	if (extname(path) === ".json") return readJson(path, text);
	const document = parseDocument(text, { customTags, merge: true, resolveKnownTags: false });
	// The CLI also reads the first of several documents.
	const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
	if (error) throw new SourceError(`${path}:${error.linePos?.[0].line ?? 1}: invalid YAML`);
	try {
		return withTextKeys(document.toJS({ mapAsMap: true })) ?? {};
	} catch {
		throw new SourceError(`${path}: invalid YAML: unresolved alias`);
	}
}

function readText(path: string): string {
	try {
		return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
	} catch (error) {
		throw new SourceError(`${path}: cannot be read (${readFailure(error)})`);
	}
}

function readJson(path: string, text: string): unknown {
	try {
		return JSON.parse(text) ?? {};
	} catch {
		throw new SourceError(`${path}: not JSON`);
	}
}

function withTextKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withTextKeys);
	if (!(value instanceof Map)) return value;
	return Object.fromEntries([...value].map(([key, child]) => [keyText(key), withTextKeys(child)]));
}

/** How Go prints a non-string key. */
function keyText(key: unknown): string {
	if (key === null) return "<nil>";
	if (key instanceof Timestamp) return key.in("stack");
	if (typeof key !== "number") return String(key);
	const [mantissa, exponent = "0"] = key.toExponential().split("e");
	return Number(exponent) < -4 || Number(exponent) >= 6 ? `${mantissa}e${exponent.replace(/^([-+])(\d)$/, "$10$2")}` : String(key);
}
