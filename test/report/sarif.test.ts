import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { rules } from "../../policies/rules";
import { command } from "../support/command";
import { temporaryFolder } from "../support/temporary";

/** The schema that OASIS publishes with the standard (oasis-tcs/sarif-spec, sarif-2.1/schema). */
const schema = JSON.parse(readFileSync(join(__dirname, "../fixtures/sarif-schema-2.1.0.json"), "utf8")) as object;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

const EXAMPLES = join(__dirname, "../../examples");

async function sarifOf(...args: readonly string[]): Promise<Log> {
	const file = join(temporaryFolder(), "out.sarif");
	await command(["check", ...args, "--format", `sarif=${file}`]);
	return JSON.parse(readFileSync(file, "utf8")) as Log;
}

describe("SARIF", () => {
	it("of the broken example is valid, with severities, places and every rule", async () => {
		const log = await sarifOf(join(EXAMPLES, "broken"));
		validate(log);
		expect(validate.errors ?? []).toEqual([]);
		const [run] = log.runs;
		expect(run?.tool.driver.rules?.map((rule) => rule.id)).toEqual(rules.map((rule) => rule.id));
		expect(run?.results?.length).toBeGreaterThan(15);
		for (const result of run?.results ?? []) {
			const [location] = result.locations ?? [];
			expect(location?.physicalLocation?.artifactLocation?.uri).toContain("broken/");
			// What is said of the stack as a whole has the project's file, and no line.
			const isOfStack = location?.physicalLocation?.artifactLocation?.uri?.endsWith("/Pulumi.yaml") === true;
			expect([result.ruleId === "declared-components-exist", location?.physicalLocation?.region === undefined]).toEqual([
				isOfStack,
				isOfStack,
			]);
			if (!isOfStack) expect(location?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
			const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1];
			expect(rule?.id).toBe(result.ruleId);
			expect(Number(rule?.properties?.["security-severity"])).toBeGreaterThan(0);
		}
		expect(new Set(run?.results?.map((result) => result.level))).toEqual(new Set(["error", "note"]));
	});

	it("reports suppressed findings with the reason", async () => {
		const folder = temporaryFolder({
			"readiness.yaml":
				"exceptions:\n  - { rule: log-group-expires, resource: logs, owner: platform, reason: kept for the court, expires: 2999-12-31 }\n",
			"state.json": JSON.stringify({
				version: 3,
				deployment: {
					resources: [
						{
							urn: "urn:pulumi:prod::shop::aws:cloudwatch/logGroup:LogGroup::logs",
							type: "aws:cloudwatch/logGroup:LogGroup",
							custom: true,
						},
					],
				},
			}),
		});
		const log = await sarifOf(join(folder, "state.json"));
		validate(log);
		expect(validate.errors ?? []).toEqual([]);
		expect(log.runs[0]?.results?.map((result) => result.suppressions)).toEqual([
			[{ kind: "external", status: "accepted", justification: "kept for the court (platform)" }],
		]);
	});
});
