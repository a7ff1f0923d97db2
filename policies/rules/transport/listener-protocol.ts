import type { Reading } from "../../engine/reading";

/** Is it one of these protocols? The provider takes them in any case and hands AWS capitals. */
export function speaks(protocol: Reading<string>, ...names: readonly string[]): boolean {
	return names.includes(protocol.text?.toUpperCase() ?? "");
}
