import { SEVERITIES, type Severity } from "../policies/engine/rule";
import { suggestion } from "../settings/nearest";
import { UsageError } from "./error";

/**
 * Reads `--fail-on undetermined` or `--fail-on undetermined:high`.
 *
 * @returns the least severity of an undetermined finding that counts as a failure
 * @throws UsageError with one line: what is wrong, and the nearest valid value
 */
export function parseFailOn(text: string): Severity {
	const [what = "", ...rest] = text.split(":");
	const least = rest.length === 0 ? "low" : rest.join(":");
	if (what !== "undetermined")
		throw new UsageError(`--fail-on ${text}: only undetermined findings can be chosen${suggestion(what, ["undetermined"])}`);
	const severity = SEVERITIES.find((each) => each === least);
	if (!severity)
		throw new UsageError(`--fail-on ${text}: unknown severity; it is one of ${SEVERITIES.join(", ")}${suggestion(least, SEVERITIES)}`);
	return severity;
}
