const pulumi = require("@pulumi/pulumi");
const { Bucket, Cluster, Topic } = require("./aws");
const { levelFor } = require("./levels");

const PRODUCTION = "production";
const topic = new Topic("alerts");
const cluster = new Cluster("database");
const { name, arn } = topic;
const write = (inputs, callback) =>
	pulumi.all(inputs).apply((values) => JSON.stringify({ bare: values[0], other: "plain", leaf: callback(...values) }));

// What a callback decides that also writes the document.
new Bucket("decisions", {
	equals: arn.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: text === "prod" ? "info" : "debug" })),
	includes: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: text.includes("dev") ? "debug" : "info" })),
	constant: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: text === PRODUCTION })),
	looked: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: { prod: "info", dev: "debug" }[text] ?? "trace" })),
	mapped: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: new Map([["prod", "info"]]).get(text) ?? "trace" })),
	ofSet: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: new Set(["prod"]).has(text) })),
	switched: name.apply((text) => {
		let leaf = "trace";
		switch (text) {
			case "prod":
				leaf = "info";
				break;
			default:
				leaf = "debug";
		}
		return JSON.stringify({ bare: text, other: "plain", leaf });
	}),
	caught: name.apply((text) => {
		let leaf;
		try {
			leaf = JSON.parse(text) ? "parsed" : "empty";
		} catch {
			leaf = "caught";
		}
		return JSON.stringify({ bare: text, other: "plain", leaf });
	}),
	helped: write([name], (text) => (text === "prod" ? "info" : "debug")),
	helpedElsewhere: write([name], levelFor),
	port: write([name, cluster.port], (_, port) => (port === 5432 ? "postgres" : "other")),
	portOver: write([name, cluster.port], (_, port) => port > 1023),
	empty: write([name], (text) => (text ? "there" : "missing")),
	pushed: name.apply((text) => {
		const list = ["plain"];
		if (text.length > 5) list.push("long");
		return JSON.stringify({ bare: text, other: "plain", leaf: list });
	}),
	omitted: name.apply((text) => JSON.stringify({ bare: text, other: "plain", ...(text.endsWith("-prod") ? {} : { leaf: "debug" }) })),
	inObject: name.apply((text) => ({ bare: text, other: "plain", leaf: text === "prod" })).apply((value) => JSON.stringify(value)),
});

// What only a better reader of programs would see.
new Bucket("limits", {
	pattern: name.apply((text) => JSON.stringify({ bare: text, other: "plain", leaf: /^shop-(prod|live)$/.test(text) })),
	later: name.apply(async (text) => JSON.stringify({ bare: text, other: "plain", leaf: text === "prod" })),
	inner: name.apply((text) => arn.apply((other) => JSON.stringify({ bare: other, other: "plain", leaf: text === "prod" }))),
});
