import type { StackDescription } from "../source";
import type { Attempt } from "./attempt";
import { joinRuns, predictedAlone, previewAlone } from "./predicted/join";
import type { StandIns } from "./predicted/stand-ins";

/** What both runs show together, and what to say of a run that is of no use. */
export function outcomeOf(
	preview: Attempt,
	predicted: Attempt | undefined,
	standIns: StandIns,
	path: string,
): Pick<StackDescription, "resources" | "limitations" | "notices"> {
	if (preview.failure !== undefined && predicted) {
		return {
			resources: predictedAlone(predicted.recording, standIns),
			limitations: [
				`${path}: the program fails at a preview without its cloud (${preview.failure}); it was checked with predicted outputs alone, as if what it asks for existed.`,
			],
			notices: [],
		};
	}
	if (!predicted) return { resources: previewAlone(preview.recording, standIns), limitations: [], notices: [] };
	if (predicted.failure !== undefined) {
		return {
			resources: previewAlone(preview.recording, standIns),
			limitations: [],
			notices: [`${path}: the run with predicted outputs is not used: ${predicted.failure.replace(/\.$/, "")}.`],
		};
	}
	const { resources, more, fewer, isUsed } = joinRuns(preview.recording, predicted.recording, standIns);
	const differences = [
		more.length > 0 ? `registers resources that the preview does not have (${more.join(", ")})` : "",
		fewer > 0 ? `lacks ${fewer} of the preview's resources` : "",
	].filter(Boolean);
	const use = isUsed ? "whether these exist is known only after deployment" : "it is not used";
	return {
		resources,
		limitations: [],
		notices: differences.length === 0 ? [] : [`${path}: the run with predicted outputs ${differences.join(" and ")}; ${use}.`],
	};
}
