const pulumi = require("@pulumi/pulumi");
const { createHash } = require("node:crypto");
const { gzipSync } = require("node:zlib");
const { Bucket, Cluster, Role, Topic } = require("./aws");

const topic = new Topic("alerts");
const cluster = new Cluster("database");
const role = new Role("role");
const name = topic.name;
const arn = topic.arn;

/** Computations with an output: each result is unknown before the update. */
const ways = {
	upper: [arn, (text) => text.toUpperCase()],
	lower: [arn, (text) => text.toLowerCase()],
	slice: [name, (text) => text.slice(0, 3)],
	tail: [name, (text) => text.slice(-2)],
	middle: [name, (text) => text.substring(2, 9)],
	character: [name, (text) => text[0]],
	splitAtColons: [arn, (text) => text.split(":")[5]],
	service: [arn, (text) => text.split(":")[2]],
	region: [arn, (text) => text.split(":")[3]],
	accountOfArn: [arn, (text) => text.split(":")[4]],
	joined: [name, (text) => text.split("").join("-")],
	reversed: [name, (text) => [...text].reverse().join("")],
	padded: [name, (text) => text.padEnd(40, "x").slice(30)],
	base64: [arn, (text) => Buffer.from(text).toString("base64")],
	hex: [name, (text) => Buffer.from(text).toString("hex")],
	encoded: [arn, (text) => encodeURIComponent(text)],
	sha256: [arn, (text) => createHash("sha256").update(text).digest("hex")],
	md5OfDocument: [arn, (text) => createHash("md5").update(JSON.stringify({ text })).digest("base64")],
	gzip: [arn, (text) => gzipSync(text).toString("base64")],
	length: [name, (text) => text.length],
	lengthAsText: [name, (text) => String(text.length)],
	characterCode: [name, (text) => text.charCodeAt(0)],
	parsedInt: [name, (text) => Number.parseInt(text, 16)],
	parsedIntOfWord: [name, (text) => Number.parseInt(text, 10) || 1],
	number: [name, (text) => Number(text) || 0],
	portPlusOne: [cluster.port, (port) => port + 1],
	portTimesTwo: [cluster.port, (port) => port * 2],
	portOverThousand: [cluster.port, (port) => port > 1024],
	portAsText: [cluster.port, (port) => `${port}`],
	portFixed: [cluster.port, (port) => port.toFixed(2)],
	portModulo: [cluster.port, (port) => port % 7],
	includes: [name, (text) => text.includes("dev")],
	startsWith: [name, (text) => text.startsWith("prod")],
	equals: [name, (text) => text === "prod"],
	differs: [name, (text) => text !== "prod"],
	ternary: [name, (text) => (text === "prod" ? "info" : "debug")],
	ternaryOfPart: [name, (text) => (text.includes("dev") ? "debug" : "info")],
	or: [name, (text) => (text && "info") || "debug"],
	switched: [
		name,
		(text) => {
			switch (text) {
				case "prod":
					return "info";
				default:
					return "debug";
			}
		},
	],
	branched: [
		name,
		(text) => {
			if (text.length > 10) return "long";
			return "short";
		},
	],
	matched: [name, (text) => (/^[a-z]/.exec(text) ? "letter" : "digit")],
	replaced: [name, (text) => text.replace(/[0-9a-f]+/g, "x")],
	replacedPart: [arn, (text) => text.replace(/^.*:/, "").replace(/./g, "y")],
	compared: [name, (text) => text.localeCompare("m")],
	less: [name, (text) => (text < "m" ? "first" : "second")],
	template: [name, (text) => `prefix-${text}-suffix`],
	url: [cluster.endpoint, (text) => new URL(`https://${text}/path`).hostname],
	urlPort: [cluster.endpoint, (text) => new URL(`https://${text}`).port],
	urlProtocol: [cluster.endpoint, (text) => new URL(`https://${text}`).protocol],
	hostPart: [cluster.endpoint, (text) => text.split(".").slice(1).join(".")],
	date: [role.createDate, (text) => new Date(text).toISOString()],
	year: [role.createDate, (text) => new Date(text).getFullYear()],
	age: [role.createDate, (text) => Date.now() - Date.parse(text) > 0],
	dateInDays: [role.createDate, (text) => new Date(Date.parse(text) + 86_400_000).toDateString()],
	ofSet: [pulumi.all([name, arn]), (texts) => new Set(texts).size],
	ofMap: [name, (text) => new Map([["prod", "info"]]).get(text) ?? "debug"],
	ofTable: [name, (text) => ({ prod: "info" })[text] ?? "debug"],
	firstOfSorted: [pulumi.all([name, arn]), (texts) => [...texts].sort()[0]],
	indexOfSorted: [pulumi.all([name, arn]), ([first, ...rest]) => [first, ...rest].sort().indexOf(first)],
	count: [cluster.availabilityZones, (zones) => zones.length],
	every: [cluster.availabilityZones, (zones) => zones.every((zone) => zone.length > 3)],
	first: [cluster.availabilityZones, (zones) => zones[0]],
	third: [cluster.availabilityZones, (zones) => zones[2] ?? "no third"],
	joinedZones: [cluster.availabilityZones, (zones) => zones.join(",")],
	found: [cluster.availabilityZones, (zones) => zones.find((zone) => zone.endsWith("a")) ?? "none"],
	keyed: [name, (text) => ({ [text]: "value" })],
	keys: [name, (text) => Object.keys({ [text]: 1 }).map((key) => key.length)],
	parsed: [name, (text) => JSON.parse(`{"a":"${text}"}`).a.length],
	caught: [
		name,
		(text) => {
			try {
				return JSON.parse(text).level;
			} catch {
				return "debug";
			}
		},
	],
	promised: [name, async (text) => (text.length > 3 ? "long" : "short")],
	promisedLater: [name, (text) => new Promise((resolve) => setTimeout(() => resolve(text.length), 1))],
	nested: [name, (text) => arn.apply((other) => `${text.length} ${other.length}`)],
	nestedTwice: [name, (text) => pulumi.output(pulumi.output(text).apply((each) => pulumi.output(each.length)))],
	chained: [name, (text) => text, (text) => text.length, (length) => (length > 3 ? "long" : "short")],
	chainedParts: [arn, (text) => text.split(":"), (parts) => parts.length, (count) => `${count} parts`],
	inObject: [name, (text) => ({ level: text === "prod" ? "info" : "debug" }), ({ level }) => level],
	throws: [
		name,
		() => {
			throw new Error("not this one");
		},
	],
	rejects: [name, () => Promise.reject(new Error("not this one"))],
	undefinedProperty: [name, (text) => text.nothing.at.all],
};

/** Values that are unresolved when a document is written. */
const LATER = new Set(["nested", "nestedTwice", "promised", "promisedLater", "rejects"].map((way) => ways[way][1]));

const made = ([output, ...callbacks]) => callbacks.reduce((value, callback) => value.apply(callback), output);
const mapWays = (make) => Object.fromEntries(Object.entries(ways).flatMap(([way, what]) => make(what).map((value) => [way, value])));

// Alone, as one leaf of a document, and computed by the callback that writes the document.
new Bucket(
	"alone",
	mapWays((what) => [made(what)]),
);
new Bucket(
	"leaf",
	mapWays((what) => [pulumi.jsonStringify({ bare: topic.arn, other: "plain", leaf: made(what) })]),
);
new Bucket(
	"inside",
	mapWays(([output, callback, ...more]) => {
		if (more.length > 0 || LATER.has(callback)) return [];
		return [pulumi.all([topic.arn, output]).apply(([bare, given]) => JSON.stringify({ bare, other: "plain", leaf: callback(given) }))];
	}),
);
