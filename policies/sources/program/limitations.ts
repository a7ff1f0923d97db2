import { relative } from "node:path";
import type { Recording } from "./monitor/recording";
import type { StackConfig } from "./project/config";
import { foreignEntry } from "./project/package";
import type { Project } from "./project/project";

/** What an offline run of the program does not show. */
export function limitationsOf(project: Project, config: StackConfig, recording: Recording): readonly string[] {
	return [...entryLimitation(project), ...environmentLimitation(config), ...dataSourceLimitations(recording)];
}

function entryLimitation(project: Project): readonly string[] {
	const foreign = foreignEntry(project);
	if (!foreign) return [];
	const file = relative(project.workingFolder, foreign.file);
	return [`the program has no package.json of its own, so Pulumi runs the entry point of ${file} (${foreign.entry}) instead.`];
}

function environmentLimitation({ file, environments }: StackConfig): readonly string[] {
	if (environments.length === 0) return [];
	return [
		`${file} imports Pulumi ESC environments (${environments.join(", ")}), which are not read offline: their configuration is missing.`,
	];
}

function dataSourceLimitations({ unanswered }: Recording): readonly string[] {
	return [...unanswered]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(
			([what, calls]) =>
				`${what} is not evaluated offline${calls > 1 ? ` (${calls} calls)` : ""}; its result is treated as unknown. The output of "pulumi preview --json --show-sames" contains it.`,
		);
}
