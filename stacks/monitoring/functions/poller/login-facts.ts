import { SETTLED_AFTER_MINUTES } from "../../../../signals/logins";
import type { Fact, FactKind } from "../ledger/fact";
import type { Login, Outcome } from "./login";

/** Milliseconds after which nothing about a login changes any more. */
export const SETTLED_AFTER = SETTLED_AFTER_MINUTES * 60_000;

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
	const later = new Date(at.getTime() + SETTLED_AFTER);
	const kinds: readonly (readonly [FactKind | undefined, Date])[] = [
		["login.started", at],
		[ENDS[outcome], at],
		[settled ? "login.settled" : undefined, later],
		[settled && outcome === "open" ? "login.abandoned" : undefined, later],
	];
	return kinds.flatMap(([kind, when]) => (kind ? [{ kind, at: when, ...common }] : []));
}
