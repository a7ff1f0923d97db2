import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Report } from "../../../report/model";
import { parseOptions } from "../../../stacks/monitoring/option/explain";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { command } from "../../support/command";

const ROOT = join(__dirname, "../../..");

it("the program at the root is one that nothing blocks and nothing advises against", async () => {
	const { status, stdout } = await command(["check", ROOT, "--format", "json"]);
	const report = JSON.parse(stdout) as Report;
	expect({ status, ...report.summary, items: null, undetermined: null }).toEqual({
		status: 0,
		blocking: 0,
		advisory: 0,
		suppressed: 0,
		undetermined: null,
		items: null,
	});
	expect(report.findings.filter(({ reason }) => reason)).toEqual([]);
	expect(report.items.find(({ id }) => id === "L75")?.status).toBe("ready");
});

it("what Pulumi.yaml declares are options", () => {
	const { config, main } = parse(readFileSync(join(ROOT, "Pulumi.yaml"), "utf8")) as {
		config: Record<string, { description: string }>;
		main: string;
	};
	expect(main).toBe("stacks/monitoring/index.ts");
	for (const [key, { description }] of Object.entries(config)) {
		expect(Object.keys(optionsSchema.shape)).toContain(key);
		expect(description.length).toBeGreaterThan(10);
	}
});

it("the example's configuration is valid", () => {
	const { config } = parse(readFileSync(join(ROOT, "Pulumi.prod.yaml"), "utf8")) as { config: Record<string, unknown> };
	const own = Object.entries(config).filter(([key]) => key.startsWith("scalekit-auth-monitoring:"));
	const given = Object.fromEntries(own.map(([key, value]) => [key.split(":")[1], value]));
	expect(() => parseOptions(optionsSchema, given)).not.toThrow();
});
