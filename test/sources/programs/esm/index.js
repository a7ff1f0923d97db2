import { Config, CustomResource, getOrganization, getProject, getStack, interpolate } from "@pulumi/pulumi";

class Thing extends CustomResource {
	constructor(name, args, opts) {
		super("aws:s3/bucket:Bucket", name, args, opts);
	}
}

const config = new Config();
const database = config.requireObject("database");
const token = config.require("token");
console.log(`the token is ${token}`);
console.error(`the port is ${config.requireNumber("port")}`);

new Thing("plain", {
	tier: config.require("tier"),
	replicas: config.requireNumber("replicas"),
	region: new Config("aws").require("region"),
	flag: new Config("other").requireBoolean("flag"),
	host: database.host,
	ports: database.ports,
	stack: `${getOrganization()}/${getProject()}/${getStack()}`,
	execArgv: process.execArgv.filter((each) => each.startsWith("--max")),
});
new Thing("secrets", {
	password: database.password,
	inText: `postgres://app:${database.password}@db.example.com`,
	inJson: JSON.stringify({ auth: { token } }),
	encoded: Buffer.from(`#!/bin/sh\nexport TOKEN=${token}\n`).toString("base64"),
	port: config.requireNumber("port"),
	output: config.requireSecret("token"),
	joined: interpolate`Bearer ${config.requireSecret("token")}`,
	declared: config.requireSecret("declared"),
	list: ["public", token],
	keyed: { [token]: "value" },
});
for (const each of ["first", "second"]) new Thing(each, {});
["called"].forEach((each) => void new Thing(each, {}));
const named = () => new Thing(`named-${token}`, { owner: "none" });
named();
export const url = `https://${token}.example.com`;
