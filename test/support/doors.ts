import { dirname } from "node:path";
import { uncertaintyOf } from "../../cli/uncertainty";
import { Evaluator } from "../../policies/engine/evaluate";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import type { ResourceData } from "../../policies/engine/resource";
import { rootOf, stackOf } from "../../policies/engine/urn";
import * as uncoveredTypes from "../../policies/facts/uncovered-types";
import { rules } from "../../policies/rules";
import { projectsIn } from "../../policies/sources/program/project/projects-below";
import type { StackDescription } from "../../policies/sources/source";
import type { Report } from "../../report/model";
import { evaluationOf, today } from "../../settings/evaluation";
import { findSettings } from "../../settings/find";
import { readSettings } from "../../settings/read";
import { resolveSettings } from "../../settings/resolve";
import { command } from "./command";
import { type Door, PackClient } from "./pack-client";
import { violatedIn } from "./pulumi";

/** What is said of one stack: by rule and resource (`http-listener-redirects aws:lb/listener:Listener::web`) the worst verdict. */
export type Said = ReadonlyMap<string, Finding["verdict"]>;

const WORST_FIRST = ["fail", "undetermined", "pass", "not-applicable"] as const;

/** What findings say. */
export function saidIn(findings: readonly Pick<Finding, "rule" | "urn" | "verdict">[]): Said {
	const said = new Map<string, Finding["verdict"]>();
	for (const { rule, urn, verdict } of findings) {
		const key = keyOf(rule, urn);
		const before = said.get(key);
		if (!before || WORST_FIRST.indexOf(verdict) < WORST_FIRST.indexOf(before)) said.set(key, verdict);
	}
	return said;
}

function keyOf(rule: string, urn: string): string {
	return `${rule} ${urn.split("::").slice(2).join("::")}`;
}

/** What the command says of a program's folder or a file, every finding of it. */
export async function saidByCommand(path: string, ...more: readonly string[]): Promise<Said> {
	const { stdout, stderr } = await command(["check", path, "--format", "json", "--all", ...more]);
	if (!stdout) throw new Error(stderr);
	return saidIn((JSON.parse(stdout) as Report).findings);
}

/**
 * The command's findings for a description, without a separate process.
 *
 * @param folder where the search for `readiness.yaml` starts; the program's folder for a program
 */
export function saidOf(description: StackDescription, folder: string): Said {
	const { resources, project = "", stack = "" } = description;
	const path = findSettings(folder);
	const settings = resolveSettings(path ? readSettings(path, rules) : undefined, { project, stack }, "1.0.0");
	const beside = description.kind === "program" ? projectsIn(dirname(folder)).filter((each) => each !== folder) : [];
	const evaluator = new Evaluator({
		...evaluationOf(settings, rules, today()),
		uncertaintyOf: uncertaintyOf(description, beside),
		uncoveredTypes,
	});
	return saidIn(evaluator.all(new ResourceGraph(resources), rootOf(resources[0]?.urn ?? "")));
}

/** The engine's way to ask a pack: at a preview or an update, or in `policy analyze`. */
export type Asked = "preview" | "snapshot";

/** The pack's findings for resources as sent by the engine. It reports failures only. */
export async function saidByPack(door: Door, resources: readonly ResourceData[], folder: string, asked: Asked): Promise<Said> {
	const pack = await PackClient.start({ door, programFolder: folder });
	try {
		if (asked === "preview") await pack.configureStack({ organization: "organization", ...stackOf(resources[0]?.urn ?? "") });
		return saidIn((await pack[asked](resources)).map(({ rule, urn }) => ({ rule, urn, verdict: "fail" })));
	} finally {
		pack.stop();
	}
}

/** What the CLI prints that the pack says. */
export function saidByCli(output: string): Said {
	return new Map(violatedIn(output).map((key) => [key, "fail"]));
}
