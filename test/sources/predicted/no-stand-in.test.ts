import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../support/command";
import { temporaryFolder } from "../../support/temporary";

const ROOT = join(__dirname, "../../..");
const PROGRAM = join(__dirname, "../programs/predicted");

/**
 * Every stand-in in any form, although each check creates its own: the output for these programs contains none of
 * fourteen hexadecimal digits, a number of seven or more, or an address or a year of those that stand-ins take. A year has 31,536,000 seconds.
 */
const SHAPES = [
	/(?<![\da-z])[a-f][\da-f]{5}(?:[\da-f]{8})(?![\da-z])/i,
	/(?<![\d.:])(?!31536000)\d{7,}(?!\d)/,
	/198\.1[89]\./,
	/2001:db8:/,
	/2187-/,
	/__pulumi/,
];

/** Stand-ins of a shape that a text holds. */
const standInsIn = (text: string) => SHAPES.flatMap((shape) => shape.exec(text)?.[0] ?? []);

it.each([
	["abcdef01234567", true],
	["https://ABCDEF01234567.example.com", true],
	["1234567", true],
	["abcdefabcdefabc", false],
	["16:9", false],
])("the shapes find what they are to find: %s", (text, isFound) => {
	expect(standInsIn(text).length > 0).toBe(isFound);
});

/** The program with an exceptions file, outside the repository's folder. */
function programWith(exceptions: readonly object[]): string {
	const folder = join(temporaryFolder(), "program");
	mkdirSync(folder);
	for (const file of readdirSync(PROGRAM)) copyFileSync(join(PROGRAM, file), join(folder, file));
	symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
	writeFileSync(join(folder, "readiness.yaml"), JSON.stringify({ exceptions }));
	return folder;
}

const JSON_FORMAT = ["--all", "--format", "json"];

// The other formats use the same report, so two programs are enough.
it.each([
	...["data-sources", "decisions", "documents", "lossy", "resources", "stack-references"].map((stack) => [stack, JSON_FORMAT] as const),
	...["data-sources", "documents"].flatMap((stack) => [[stack, ["--all", "--debug"]] as const, [stack, ["--format", "sarif"]] as const]),
])("no stand-in is in what the command prints of %s with %j", async (stack, options) => {
	const folder = programWith([]);
	const { stdout, stderr, status } = await command(["check", folder, "--stack", stack, ...options]);
	expect([[0, 1].includes(status ?? 2), stdout.length > 200]).toEqual([true, true]);
	const fingerprints = /"[^"]*[Ff]ingerprint[^"]*": *(?:\{[^}]*\}|"[^"]*")/g;
	expect(standInsIn(`${stdout}\n${stderr}`.replaceAll(folder, "").replace(fingerprints, ""))).toEqual([]);
});

it("no exception matches a placeholder in a name", async () => {
	const exception = (resource: string) => ({ rule: "log-group-expires", resource, owner: "a", reason: "b", expires: "2999-01-01" });
	const folder = programWith([exception("logs-[0-9]*"), exception("logs-*")]);
	const { stdout } = await command(["check", folder, "--stack", "data-sources", "--format", "json", "--all"]);
	const { notices, findings } = JSON.parse(stdout) as {
		notices: readonly string[];
		findings: readonly { rule: string; name: string; exception?: unknown }[];
	};
	expect(notices.filter((notice) => notice.includes("logs-"))).toEqual([expect.stringContaining('"logs-[0-9]*"')]);
	expect(findings.find(({ rule, name }) => rule === "log-group-expires" && name === "logs-[unknown]")).toBeDefined();
}, 60_000);
