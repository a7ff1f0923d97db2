import type { Reading } from "../../engine/reading";

/** True for one of these protocols; case-insensitive, like the provider. */
export function isProtocol(protocol: Reading<string>, ...names: readonly string[]): boolean {
	return names.includes(protocol.text?.toUpperCase() ?? "");
}
