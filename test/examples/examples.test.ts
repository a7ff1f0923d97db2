import { readFileSync } from "node:fs";
import { join } from "node:path";
import { categories, categoryOf, rules } from "../../policies/rules";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { previewDocument } from "../support/engine-documents";
import { onTheWire } from "../support/on-the-wire";
import { PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const ROOT = join(__dirname, "../..");
const folderOf = (example: string) => join(ROOT, "examples", example);

async function check(path: string, ...more: readonly string[]): Promise<{ status: number | null; report: Report }> {
	const { status, stdout } = await command(["check", path, "--format", "json", ...more]);
	return { status, report: JSON.parse(stdout) as Report };
}

describe("the broken example", () => {
	let report: Report;
	let status: number | null;
	beforeAll(async () => {
		({ report, status } = await check(folderOf("broken")));
	});

	it("is blocked, and trips every theme", () => {
		expect(status).toBe(1);
		const failing = new Set(report.findings.filter((finding) => finding.verdict === "fail").map((finding) => finding.rule));
		const tripped = new Set(rules.filter((rule) => failing.has(rule.id)).map(categoryOf));
		expect([...tripped].sort()).toEqual(Object.keys(categories).sort());
	});

	it("gives file and line of at least 90 % of the findings", () => {
		const placed = report.findings.filter(
			(finding) => finding.location && /\.ts$/.test(finding.location.file) && finding.location.line > 0,
		);
		expect(placed.length / report.findings.length).toBeGreaterThanOrEqual(0.9);
	});

	it("reports all 86 lines, and no line passes", () => {
		expect(report.items).toHaveLength(86);
		expect(report.items.filter((line) => line.status === "ready")).toEqual([]);
	});
});

/** What is undetermined of an example in program form, each with its reason. */
const UNDETERMINED: Readonly<Record<string, readonly (readonly [rule: string, resource: string, reason: string])[]>> = {
	ready: [],
	"monitored-service": [],
};

describe.each(Object.entries(UNDETERMINED))("the %s example before its first update", (example, listed) => {
	it("has no violation and no advice, and nothing undetermined but what is listed", async () => {
		const { status, report } = await check(folderOf(example));
		expect({ status, ...report.summary, items: null }).toEqual({
			status: 0,
			blocking: 0,
			advisory: 0,
			suppressed: 0,
			undetermined: listed.length,
			items: null,
		});
		const undetermined = report.findings.map((finding) => `${finding.rule} ${finding.name} ${finding.reason}`).sort();
		expect(undetermined).toEqual(listed.map(([rule, name]) => `${rule} ${name} known-after-deployment`).sort());
	});
});

describe("the ready example", () => {
	it("has no undetermined findings once deployed", async () => {
		const { status, report } = await check(
			join(ROOT, "test/fixtures/ready.state.json"),
			"--config",
			join(folderOf("ready"), "readiness.yaml"),
		);
		expect({ status, findings: report.findings }).toEqual({ status: 0, findings: [] });
		expect(report.items.find((line) => line.id === "L75")?.status).toBe("ready");
	});
});

describe.each([
	["broken", "shop-broken"],
	["ready", "shop-ready"],
	["monitored-service", "monitored-service"],
])("both doors say the same of the %s example", (example, project) => {
	it("of what fails, with its words", async () => {
		const folder = folderOf(example);
		const { resources } = await runProgram(readProject(folder), folder, { stack: "prod", timeout: 60_000, predictOutputs: false });
		const pack = await PackClient.start({ door: "executable", programFolder: folder });
		try {
			await pack.configureStack({ organization: "organization", project, stack: "prod" });
			const said = (await pack.preview(onTheWire(resources))).map(
				({ rule, urn, message, level }) => `${level} ${rule} ${urn} ${message.split("\n")[0]}`,
			);
			const preview = join(temporaryFolder({ "preview.json": previewDocument(resources) }), "preview.json");
			const { report } = await check(preview, "--config", join(folder, "readiness.yaml"));
			const checked = report.findings
				.filter((finding) => finding.verdict === "fail")
				.map(
					({ blocks, rule, urn, message, property }) => `${blocks ? 1 : 0} ${rule} ${urn} ${message}${property ? ` (${property})` : ""}.`,
				);
			expect(said.sort()).toEqual(checked.sort());
		} finally {
			pack.stop();
		}
	});
});

it("each example's package.json names its own entry, so that no other program is run in its place", () => {
	for (const example of ["broken", "ready", "monitored-service"]) {
		expect(JSON.parse(readFileSync(join(folderOf(example), "package.json"), "utf8"))).toMatchObject({ main: "index.ts" });
	}
});
