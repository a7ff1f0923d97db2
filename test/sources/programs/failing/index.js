// How it fails is the name of the stack.
const pulumi = require("@pulumi/pulumi");
const { spawn } = require("node:child_process");
const { closeSync, writeSync } = require("node:fs");

class Thing extends pulumi.CustomResource {
	constructor(name, args, opts) {
		super("aws:s3/bucket:Bucket", name, { ...args }, opts);
	}
}
const config = new pulumi.Config();
new Thing("first", {});

const WAYS = {
	throws: () => {
		throw new Error("it broke\nsecond line");
	},
	"throws-later": async () => {
		await new Promise((resolve) => setTimeout(resolve, 10));
		throw new Error("it broke later");
	},
	rejects: () => {
		Promise.reject(new Error("unhandled rejection here"));
	},
	"throws-text": () => {
		throw "only text";
	},
	"leaves-badly": () => {
		console.error("warming up");
		console.error("FatalError: no more room");
		process.exit(3);
	},
	"leaves-with-a-reason": () => {
		console.error("some reason");
		console.error("    at nowhere (node:internal/nothing:1:2)");
		process.exit(3);
	},
	"leaves-with-a-secret": () => {
		console.error(`no login with ${process.env.SHOP_DATABASE_URL}, ${process.env.GH_PAT} or ${process.env.SHOP_PASSWD}`);
		process.exit(3);
	},
	"throws-secrets": () => {
		const { SHOP_DATABASE_URL, GH_PAT, STRIPE_API_KEY, SHOP_TOKEN, SHOP_PASSWD } = process.env;
		throw new Error([SHOP_DATABASE_URL, new URL(SHOP_DATABASE_URL).password, GH_PAT, STRIPE_API_KEY, SHOP_TOKEN, SHOP_PASSWD].join(" "));
	},
	"is-ended": () => process.kill(process.pid, "SIGKILL"),
	"throws-in-a-package": () => require("node:fs").readFileSync("/nowhere/at-all"),
	"leaves-silently": () => process.exit(1),
	"leaves-early": () => process.reallyExit(0),
	"exits-early": async () => {
		setTimeout(() => process.exit(0), 500);
		await new Promise((resolve) => setTimeout(resolve, 60_000));
	},
	"exits-before-it-registers": () => {
		setTimeout(() => process.exit(0), 500);
		setTimeout(() => new Thing("second", {}), 60_000);
	},
	"exits-in-a-callback": () => void new Thing("second", {}).urn.apply(() => process.exit(0)),
	"exits-unseen": () => {
		closeSync(3);
		process.exit(0);
	},
	"exits-after-a-rejection": () => {
		process.on("unhandledRejection", () => process.exit(0));
		Promise.reject(new Error("unhandled rejection of a promise"));
	},
	"exits-at-its-end": () => void process.on("beforeExit", () => setTimeout(() => process.exit(0), 100)),
	"sets-its-status": () => {
		process.exitCode = 5;
	},
	"leaves-silently-with-a-text": () => process.exit("7"),
	"exits-at-once": () => process.exit(0),
	"awaits-an-output": async () => {
		await new Promise((resolve) => new Thing("second", {}).id.apply(resolve));
		new Thing("third", {});
	},
	"exits-while-it-registers": () => {
		new Thing("second", { later: new Promise(() => {}) });
		process.exit(0);
	},
	"hands-over-what-never-arrives": () => void new Thing("second", { later: new Promise(() => {}) }),
	"throws-with-a-cause": () => {
		throw new Error("cannot load the settings", { cause: new Error("no such table", { cause: new TypeError("not a name") }) });
	},
	"throws-several": () => {
		throw new AggregateError([new Error("first reason"), new Error("second reason")], "nothing works");
	},
	"throws-nothing-said": () => {
		throw new RangeError();
	},
	"throws-what-refers-to-itself": () => {
		const error = new Error("it goes round");
		throw Object.assign(error, { error });
	},
	"throws-a-list": () => {
		throw new Error("these names are taken:\n- shop\n- cart");
	},
	"throws-at-length": () => {
		throw new Error(`${"step, ".repeat(100)}and then the reason`);
	},
	"leaves-with-output": () => {
		console.log("no such account");
		process.exit(3);
	},
	"misses-a-package": () => require("not-installed-here"),
	"misses-a-file": () => require("./not-here"),
	"logs-an-error": () => pulumi.log.error("this is not allowed"),
	"says-a-secret": () => {
		throw new Error(`cannot log in with ${config.require("password")} and ${process.env.SHOP_API_TOKEN}`);
	},
	"misses-configuration": () => config.require("nobodySetsThis"),
	"registers-twice": () => void new Thing("first", {}),
	"transform-throws": () =>
		void new Thing(
			"second",
			{},
			{
				transforms: [
					() => {
						throw new Error("no tags");
					},
				],
			},
		),
	"reads-into-nothing": async () => (await pulumi.runtime.invoke("aws:ec2/getVpc:getVpc", {})).cidrBlock.split("/"),
	"takes-its-time": async () => {
		for (let number = 0; number < 12; number++) {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			new Thing(`slow-${number}`, {});
		}
	},
	"never-ends": () => {
		// A child process, which must be killed too.
		const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
		console.log(`pids ${process.pid} ${child.pid}`);
	},
	spins: () => {
		writeSync(1, `pids ${process.pid}\n`);
		writeSync(1, `waiting for ${config.require("password")}\n\n`);
		for (;;);
	},
	"leaves-a-child": () => {
		const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
		console.log(`child ${child.pid}`);
		child.unref();
	},
};

module.exports = WAYS[pulumi.getStack()];
