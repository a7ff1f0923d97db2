import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { costOf, countsOf, METRICS_PER_CONNECTION_TYPE, PRICES, WEB_ACL_COST } from "../../build/docs/monitoring/cost";
import { METRICS } from "../../signals";
import { authEvents } from "../../signals/emit";
import { ALARM_IDS } from "../../stacks/monitoring/alarms/ids";
import { collectMonitoring } from "../support/collect-monitoring";
import { ofType } from "../support/collected";
import { LEAST } from "../support/monitoring-args";
import { ROOT } from "../support/pack-client";
import { fencesOf, markdownFiles } from "./markdown-files";

const textOf = (path: string) => markdownFiles().find((page) => page.path === path)?.text ?? "";
const page = textOf("monitoring.md");
const reference = textOf("monitoring-reference.md");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

let made: Awaited<ReturnType<typeof collectMonitoring>>;
beforeAll(async () => {
	made = await collectMonitoring(LEAST, "state");
});

/** What a compiler says of each of some programs that use the package by its name. */
function complaints(programs: readonly string[]): readonly (readonly string[])[] {
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		target: ts.ScriptTarget.ES2023,
		module: ts.ModuleKind.NodeNext,
		types: ["node"],
		paths: {
			"scalekit-readiness": [join(ROOT, "stacks/monitoring/library.ts")],
			"scalekit-readiness/emit": [join(ROOT, "signals/emit.ts")],
		},
	};
	const host = ts.createCompilerHost(options);
	const files = new Map(programs.map((program, index) => [join(ROOT, "docs", `shown-${index}.ts`), `${program}\nexport {};\n`]));
	const { fileExists, readFile, getSourceFile } = host;
	host.fileExists = (file) => files.has(file) || fileExists(file);
	host.readFile = (file) => files.get(file) ?? readFile(file);
	host.getSourceFile = (file, language, ...more) => {
		const own = files.get(file);
		return own === undefined ? getSourceFile(file, language, ...more) : ts.createSourceFile(file, own, language);
	};
	const program = ts.createProgram([...files.keys()], options, host);
	return [...files.keys()].map((file) =>
		ts
			.getPreEmitDiagnostics(program, program.getSourceFile(file))
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
	);
}

describe("what the pages show of programs", () => {
	it("compiles, and what is wrong would not", () => {
		const shown = [page, readme].flatMap((text) => fencesOf(text, "ts"));
		expect(shown.length).toBeGreaterThanOrEqual(4);
		const wrong = 'import { AuthMonitoring } from "scalekit-readiness";\nnew AuthMonitoring("auth", { scalekit: {} });';
		const said = complaints([...shown, wrong]);
		expect(said.slice(0, -1).flat()).toEqual([]);
		expect(said.at(-1)).not.toEqual([]);
	}, 60_000);

	it("is the line that the package itself writes", () => {
		const [shown = ""] = fencesOf(page, "json");
		const lines: string[] = [];
		authEvents("shop-auth", (line) => lines.push(line)).callbackFailed();
		const { _aws: own, ...values } = JSON.parse(lines[0] ?? "");
		const { _aws: theirs, ...others } = JSON.parse(shown);
		expect(others).toEqual(values);
		expect(theirs).toEqual({ ...own, Timestamp: expect.any(Number) });
	});
});

describe("what the page says of resources", () => {
	it("names only what is made", () => {
		const names = made.resources.flatMap(({ name, inputs = {} }) => [name, inputs["name"], inputs["dashboardName"], inputs["alarmName"]]);
		const named = [...new Set(page.match(/\bscalekit-auth-[a-z-]+\b/g))];
		expect(named.length).toBeGreaterThanOrEqual(5);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});

	it("names alarms that page, and others, as what they are", () => {
		const composites = [...ofType(made, "aws:cloudwatch/compositeAlarm:CompositeAlarm").values()];
		const rule = composites.map(({ inputs }) => inputs?.["alarmRule"]).join();
		const [told = "", paged = ""] = [...page.matchAll(/set-alarm-state --alarm-name (\S+)/g)].map(([, name]) => name);
		expect([rule.includes(`"${told}"`), rule.includes(`"${paged}"`)]).toEqual([false, true]);
	});

	it("has the cost of the created resources", () => {
		const counted = countsOf();
		expect({
			alarms: ofType(made, "aws:cloudwatch/metricAlarm:MetricAlarm").size,
			composites: ofType(made, "aws:cloudwatch/compositeAlarm:CompositeAlarm").size,
			dashboards: ofType(made, "aws:cloudwatch/dashboard:Dashboard").size,
			keys: ofType(made, "aws:kms/key:Key").size,
			secrets: ofType(made, "aws:secretsmanager/secret:Secret").size,
			metrics: METRICS.filter(({ source }) => source !== "application").length,
			alarmMetrics: counted.alarmMetrics,
		}).toEqual(counted);
		const queries = [...ofType(made, "aws:cloudwatch/metricAlarm:MetricAlarm").values()].map(
			({ inputs = {} }) => ((inputs["metricQueries"] ?? [{ metric: {} }]) as { metric?: object }[]).filter(({ metric }) => metric).length,
		);
		expect(queries.reduce((sum, each) => sum + each, 0)).toBe(counted.alarmMetrics);
		const said = /About \$(\d+) a month.*?Each connection type adds\s+\$([\d.]+), a web ACL \$(\d+)\./s.exec(page)?.slice(1).map(Number);
		expect(said).toEqual([Math.round(costOf(counted)), METRICS_PER_CONNECTION_TYPE * PRICES.metric, WEB_ACL_COST]);
		expect(readme).toContain(`It costs about $${Math.round(costOf(counted))} per month.`);
	});
});

describe("the tables", () => {
	it.each([...ALARM_IDS])("have the alarm %s once", (id) => {
		expect(reference.split("\n").filter((line) => line.startsWith(`| \`${id}\` |`))).toHaveLength(1);
	});

	it.each(METRICS.map(({ name, statistic }) => [name, statistic] as const))(
		"have the metric %s with its statistic %s",
		(name, statistic) => {
			const rows = reference.split("\n").filter((line) => line.startsWith(`| \`${name}\` | [`));
			expect(rows.map((row) => row.split(" | ")[3])).toEqual([statistic]);
		},
	);

	it("have every option that the type has", () => {
		const type = readFileSync(join(ROOT, "stacks/monitoring/args.ts"), "utf8");
		const keys = [...type.matchAll(/^\t+"?([\w-]+)"?\??: (?!\{)/gm)].map(([, key]) => key);
		const rows = [...reference.matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, key]) => key?.split(".").at(-1));
		expect(keys.length).toBeGreaterThan(60);
		expect(keys.filter((key) => !rows.includes(key))).toEqual([]);
	});
});
