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
): Pick<StackDescription, "resources" | "gaps" | "notices"> {
	if (preview.failure !== undefined && predicted) {
		return {
			resources: predictedAlone(predicted.recording, standIns),
			gaps: [
				`${path}: the program fails at a preview without its cloud (${preview.failure}); it was checked with predicted outputs alone, as if what it asks for existed.`,
			],
			notices: [],
		};
	}
	if (!predicted) return { resources: previewAlone(preview.recording, standIns), gaps: [], notices: [] };
	if (predicted.failure !== undefined) {
		return {
			resources: previewAlone(preview.recording, standIns),
			gaps: [],
			notices: [`${path}: the run with predicted outputs is not used: ${predicted.failure.replace(/\.$/, "")}.`],
		};
	}
	const { resources, more, fewer, isUsed } = joinRuns(preview.recording, predicted.recording, standIns);
	const differences = [more > 0 ? `${more} more` : "", fewer > 0 ? `${fewer} fewer` : ""].filter(Boolean).join(" and ");
	const use = isUsed ? "whether these exist is known only after deployment" : "it is not used";
	return {
		resources,
		gaps: [],
		notices:
			differences === "" ? [] : [`${path}: the run with predicted outputs registers ${differences} resources than the preview; ${use}.`],
	};
}
