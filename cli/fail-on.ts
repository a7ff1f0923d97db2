import { SEVERITIES, type Severity } from "../policies/engine/severity";
import { suggestion } from "../settings/nearest";
import { UsageError } from "./error";

/**
 * Parses `--fail-on undetermined` or `--fail-on undetermined:high`.
 *
 * @returns the lowest severity at which an undetermined finding counts as a failure
 * @throws UsageError with one line: the error and the nearest valid value
 */
export function parseFailOn(text: string): Severity {
	const [what = "", ...rest] = text.split(":");
	const least = rest.length === 0 ? "low" : rest.join(":");
	if (what !== "undetermined")
		throw new UsageError(`--fail-on ${text}: must be undetermined or undetermined:SEVERITY${suggestion(what, ["undetermined"])}`);
	const severity = SEVERITIES.find((each) => each === least);
	if (!severity)
		throw new UsageError(`--fail-on ${text}: unknown severity; must be one of ${SEVERITIES.join(", ")}${suggestion(least, SEVERITIES)}`);
	return severity;
}
