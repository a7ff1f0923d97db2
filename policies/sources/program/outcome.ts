import type { StackDescription } from "../source";
import type { Run } from "./attempt";
import { joinRuns, predictedAlone, previewAlone } from "./predicted/join";
import type { StandIns } from "./predicted/stand-ins";

/** Combines both runs, with notices about a run that cannot be used. */
export function combineRuns(
	preview: Run,
	predicted: Run | undefined,
	standIns: StandIns,
	path: string,
): Pick<StackDescription, "resources" | "limitations" | "notices"> {
	if (preview.failure !== undefined && predicted) {
		return {
			resources: predictedAlone(predicted.recording, standIns),
			limitations: [`${path}: the program fails in an offline preview (${preview.failure}); it was checked with predicted outputs only.`],
			notices: [],
		};
	}
	if (!predicted) return { resources: previewAlone(preview.recording, standIns), limitations: [], notices: [] };
	if (predicted.failure !== undefined) {
		return {
			resources: previewAlone(preview.recording, standIns),
			limitations: [],
			notices: [`${path}: the run with predicted outputs is ignored: ${predicted.failure.replace(/\.$/, "")}.`],
		};
	}
	const { resources, more, fewer, isUsed } = joinRuns(preview.recording, predicted.recording, standIns);
	const differences = [
		more.length > 0 ? `registers resources that are not in the preview (${more.join(", ")})` : "",
		fewer > 0 ? `lacks ${fewer} of the preview's resources` : "",
	].filter(Boolean);
	const use = isUsed ? "their existence is known only after deployment" : "it is ignored";
	return {
		resources,
		limitations: [],
		notices: differences.length === 0 ? [] : [`${path}: the run with predicted outputs ${differences.join(" and ")}; ${use}.`],
	};
}
