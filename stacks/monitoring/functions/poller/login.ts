import { CONNECTION_TYPES, type ConnectionType } from "../../../../signals/logins";
import type { AuthRequestRow } from "../scalekit/auth-requests";

/** What became of a login so far. `odd`: Scalekit says something that it does not document. */
export type Outcome = "succeeded" | "failed" | "open" | "odd";

/** A row of the authentication logs, understood. */
export interface Login {
	readonly id: string;
	readonly at: Date;
	readonly outcome: Outcome;
	readonly connectionType: ConnectionType;
	readonly email?: string;
	readonly organization?: string;
	readonly connection?: string;
}

/** Statuses as the API writes them, whatever the dashboard calls them (reference/scalekit.md §4.1). */
const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
	["INITIATED", "open"],
	["PENDING", "open"],
	["SUCCESS", "succeeded"],
	["FAILED", "failed"],
]);

/** Reads a row; nothing where it has no id or no time, without which it can neither be told from others nor counted in a window. */
export function loginOf(row: AuthRequestRow): Login | undefined {
	const at = new Date(row.timestamp ?? Number.NaN);
	if (!row.auth_request_id || Number.isNaN(at.getTime())) return undefined;
	return {
		id: row.auth_request_id,
		at,
		outcome: OUTCOMES.get(row.status?.toUpperCase() ?? "") ?? "odd",
		connectionType: connectionTypeOf(row.connection_type),
		email: row.email,
		organization: row.organization_id,
		connection: row.connection_id,
	};
}

/** Also where nobody has chosen a way to log in yet, the type is `OTHER`. */
function connectionTypeOf(type: string | undefined): ConnectionType {
	return CONNECTION_TYPES.find((known) => known === type?.toUpperCase()) ?? "OTHER";
}
