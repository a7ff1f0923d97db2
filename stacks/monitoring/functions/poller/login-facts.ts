import type { Fact, FactKind } from "../ledger/fact";
import type { Login, Outcome } from "./login";

/**
 * Milliseconds after which a login that is open stays so: the longest that a link or a code may last (reference/scalekit.md §6.2: 3600 s; whoever has not
 * come by then begins anew).
 */
export const SETTLED_AFTER = 60 * 60_000;

const ENDS: Readonly<Record<Outcome, FactKind | undefined>> = {
	succeeded: "login.succeeded",
	failed: "login.failed",
	open: undefined,
	odd: undefined,
};

/**
 * The facts in a login, as of now.
 *
 * @param settled whether the login is older than `SETTLED_AFTER`, so that one that is still open was abandoned
 */
export function factsOfLogin(login: Login, account: string | undefined, settled: boolean): readonly Fact[] {
	const { id: source, at, connectionType, organization, outcome } = login;
	const common = { source, connectionType, account, organization };
	const started: Fact = { kind: "login.started", at, ...common };
	const end = ENDS[outcome];
	if (end) return [started, { kind: end, at, ...common }];
	if (outcome === "open" && settled) return [started, { kind: "login.abandoned", at: new Date(at.getTime() + SETTLED_AFTER), ...common }];
	return [started];
}
