// Stands in for the AWS provider plugin: takes every input as it is and makes up ids and ARNs on creation.
"use strict";

const { randomBytes } = require("node:crypto");
const provider = require("@pulumi/pulumi/provider");

class StandIn {
	constructor() {
		this.version = "7.48.0";
	}

	async check(_urn, _olds, news) {
		return { inputs: news };
	}

	async diff(_id, _urn, olds, news) {
		const changed = Object.keys(news).filter((key) => JSON.stringify(news[key]) !== JSON.stringify(olds[key]));
		return { changes: changed.length > 0 };
	}

	async create(urn, inputs) {
		const name = inputs.name ?? `${urn.split("::").pop()}-${randomBytes(4).toString("hex").slice(0, 7)}`;
		const [, module = ""] = /::aws:([^/:]+)/.exec(urn.replace(/^.*\$/, "::")) ?? [];
		const arn = `arn:aws:${module}:eu-west-1:123456789012:${name}`;
		return { id: arn, outs: { ...inputs, name, arn } };
	}

	async update(_id, _urn, olds, news) {
		return { outs: { ...olds, ...news } };
	}

	async delete() {}

	async read(id, _urn, props) {
		return { id, props };
	}

	async call() {
		return { outputs: {} };
	}

	async invoke() {
		return { outputs: {} };
	}

	async construct() {
		throw new Error("the stand-in has no components");
	}
}

provider.main(new StandIn(), process.argv.slice(2));
