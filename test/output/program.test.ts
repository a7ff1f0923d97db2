import { join } from "node:path";
import { command } from "../support/command";
import { SECRET_PART, SECRETS, unsafeIn, unsafeInJson } from "../support/hostile";
import { programFiles, programsFolder } from "../support/program";

const [aws = "", github = "", stripe = ""] = SECRETS;
const [url = "", key = ""] = SECRETS.slice(-2);
const KEY = [
	"-----BEGIN PRIVATE KEY-----",
	"MIIZq7PLANTED0123456789abcdefghijklmnop",
	"Zq7PLANTEDab/+cd==",
	"-----END PRIVATE KEY-----",
].join("\n");
const CODE = (text: string) => JSON.stringify(text);

/** What a program does, and what remains to be seen of it on stderr. */
const WAYS: Readonly<Record<string, { readonly code: string; readonly seen: RegExp }>> = {
	"prints a token and exits": {
		code: `console.error(${CODE(`no access with ${github} today`)}); process.exit(3);`,
		seen: /last output: no access with \[secret\] today/,
	},
	"prints a password by its name and exits": {
		code: `console.error("login as shop with DB_PASSWORD=Zq7PLANTED0123"); process.exit(3);`,
		seen: /last output: login as shop with DB_PASSWORD=\[secret\]/,
	},
	"prints its settings and exits": {
		code: `console.log({ user: "shop", dbPassword: "Zq7PLANTED0123", port: 5432 }); process.exit(3);`,
		seen: /last output: \{ user: 'shop', dbPassword: '\[secret\]', port: 5432 \}/,
	},
	"prints its settings as JSON and exits": {
		code: `console.log(JSON.stringify({ user: "shop", database: { password: "Zq7PLANTED0123" } })); process.exit(3);`,
		seen: /last output: \{"user":"shop","database":\{"password":"\[secret\]"\}\}/,
	},
	"prints a private key and exits": { code: `console.error(${CODE(KEY)}); process.exit(3);`, seen: /last output: \[secret\]/ },
	"prints half a private key and exits": {
		code: `console.error(${CODE(KEY.split("\n").slice(0, 2).join("\n"))}); process.exit(3);`,
		seen: /last output: \[secret\]/,
	},
	"prints an encoded secret and exits": {
		code: `console.error(Buffer.from("export DB_PASSWORD=Zq7PLANTED0123").toString("base64")); process.exit(3);`,
		seen: /last output: \[secret\]/,
	},
	"throws a URL with a password": {
		code: `throw new Error(${CODE(`cannot reach ${url}`)});`,
		seen: /cannot reach postgres:\/\/shop:\[secret\]@/,
	},
	"throws a private key": { code: `throw new Error(${CODE(`bad key ${key} here`)});`, seen: /bad key \[secret\] here/ },
	"throws a text": { code: `throw ${CODE(`${aws}, password: 'Zq7PLANTED0123'`)};`, seen: /failed: \[secret\], password: '\[secret\]'/ },
	"logs an error": { code: `pulumi.log.error(${CODE(`${stripe} is refused`)});`, seen: /failed: \[secret\] is refused/ },
	"colors a token": { code: `console.error(${CODE(`\u001b[31m${github}\u001b[0m`)}); process.exit(3);`, seen: /last output: \[secret\]\n/ },
	"prints CI commands and exits": {
		code: `console.error(${CODE("::error::a\n\u001b[2J##[group]b\n ##vso[x]\n\u202e::set-output name=a::b")}); process.exit(3);`,
		seen: /last output: [^\n]*:set-output name=a::b\n/,
	},
	"throws CI commands": {
		code: `throw new Error(${CODE("list:\n::error::a\n##[group]b")});`,
		seen: /failed: list: :error::a #\[group\]b/,
	},
	"throws at a line with a secret": {
		code: `const shop = { password: "Zq7PLANTED0123", get name() { throw new Error("no name"); } };\nshop.name;`,
		seen: /failed: no name/,
	},
};

const folder = programsFolder(
	Object.assign({}, ...Object.values(WAYS).map(({ code }, index) => programFiles(`way${index}`, code))) as Record<string, string>,
);

describe("a program that fails shows no secret and nothing unsafe if it", () => {
	it.concurrent.each(Object.entries(WAYS).map(([what, { seen }], index) => [what, index, seen] as const))(
		"%s",
		async (_what, index, seen) => {
			const path = join(folder, `way${index}`);
			const { status, stdout, stderr } = await command(["--debug", "check", path]);
			expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
			expect(unsafeIn(stderr)).toEqual([]);
			expect(stderr).not.toMatch(SECRET_PART);
			expect(stderr).toMatch(seen);
		},
	);
});

it("a program's names are safe in every format", async () => {
	const text = `x\n::error file=a::b\u001b[2J\u202e##[group] ${aws}`;
	const code = [
		`const text = ${CODE(text)};`,
		`new aws.lb.Listener(text, { loadBalancerArn: "arn:lb", port: 80, protocol: "HTTP", defaultActions: [{ type: "forward", [text]: text }] });`,
		`new aws.lambda.Function(text, { role: "r", environment: { variables: { [text + "_PASSWORD"]: "hunter2hunter2", [${CODE(github)}]: ${CODE(stripe)} } } });`,
		`new aws.ecs.TaskDefinition(text, { family: text, containerDefinitions: JSON.stringify([{ name: ${CODE(stripe)}, environment: [{ name: "DB_PASSWORD", value: "hunter2hunter2" }] }]) });`,
		`class Remote extends pulumi.ComponentResource { constructor() { super(text, text, {}, {}, true); } }\nnew Remote();`,
	].join("\n");
	const path = join(programsFolder(programFiles("named", code)), "named");
	const outcomes = await Promise.all(
		[["text"], ["json"], ["sarif"]].map(([format]) => command(["--debug", "check", path, "--all", "--format", format as string])),
	);
	for (const [index, { status, stdout, stderr }] of outcomes.entries()) {
		expect(status).toBe(1);
		expect(index === 0 ? unsafeIn(stdout) : unsafeInJson(stdout)).toEqual([]);
		expect(unsafeIn(stderr)).toEqual([]);
		expect(stdout + stderr).not.toMatch(SECRET_PART);
		expect(stdout).toContain('container \\"[secret]\\"'.replaceAll("\\", index === 0 ? "" : "\\"));
	}
});
