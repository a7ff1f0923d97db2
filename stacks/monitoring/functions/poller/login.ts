import { CONNECTION_TYPES, type ConnectionType } from "../../../../signals/logins";
import type { AuthRequestRow } from "../scalekit/auth-requests";

/** A login's outcome so far. `unrecognized`: an undocumented status. */
export type Outcome = "succeeded" | "failed" | "open" | "unrecognized";

/** A parsed row of the authentication logs. */
export interface Login {
	readonly id: string;
	readonly at: Date;
	readonly outcome: Outcome;
	readonly connectionType: ConnectionType;
	readonly email?: string;
	readonly organization?: string;
	readonly connection?: string;
}

/** Statuses in the API, which differ from the dashboard's labels (Scalekit API reference: https://docs.scalekit.com/apis/). */
const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
	["INITIATED", "open"],
	["PENDING", "open"],
	["SUCCESS", "succeeded"],
	["FAILED", "failed"],
]);

/** Parses a row; undefined without an id or a time, which deduplication and counting require. */
export function loginOf(row: AuthRequestRow): Login | undefined {
	const at = new Date(row.timestamp ?? Number.NaN);
	if (!row.auth_request_id || Number.isNaN(at.getTime())) return undefined;
	return {
		id: row.auth_request_id,
		at,
		outcome: OUTCOMES.get(row.status?.toUpperCase() ?? "") ?? "unrecognized",
		connectionType: connectionTypeOf(row.connection_type),
		email: row.email,
		organization: row.organization_id,
		connection: row.connection_id,
	};
}

/** `OTHER` for unknown types, and before the user has chosen a login method. */
function connectionTypeOf(type: string | undefined): ConnectionType {
	return CONNECTION_TYPES.find((known) => known === type?.toUpperCase()) ?? "OTHER";
}
