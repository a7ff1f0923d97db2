import { relative } from "node:path";
import type { Recording } from "./monitor/recording";
import type { StackConfig } from "./project/config";
import { foreignEntry } from "./project/package";
import type { Project } from "./project/project";

/** What a run of the program alone does not show. */
export function gapsOf(project: Project, config: StackConfig, recording: Recording): readonly string[] {
	return [...foreignGap(project), ...environmentGap(config), ...functionGaps(recording)];
}

function foreignGap(project: Project): readonly string[] {
	const foreign = foreignEntry(project);
	if (!foreign) return [];
	const file = relative(project.workingFolder, foreign.file);
	return [`the program has no package.json of its own, so that Pulumi runs what ${file} names (${foreign.entry}) in its place.`];
}

function environmentGap({ file, environments }: StackConfig): readonly string[] {
	if (environments.length === 0) return [];
	return [`the environments that ${file} imports are not read (${environments.join(", ")}): configuration that they give is missing.`];
}

function functionGaps({ unanswered }: Recording): readonly string[] {
	return [...unanswered]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(
			([what, calls]) =>
				`${what} was not asked${calls > 1 ? ` (${calls} calls)` : ""}: what it would answer is unknown here; "pulumi preview --json --show-sames" has it.`,
		);
}
