import { CONNECTION_TYPES } from "../../signals/logins";
import type { LogRow } from "../../test/support/scalekit-logs";
import type { ScalekitServer } from "../../test/support/scalekit-server";
import type { Random } from "./random";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export type LoginEnd = "SUCCESS" | "FAILED" | "open";

export interface PlannedLogin {
	readonly id: string;
	readonly at: Date;
	readonly end: LoginEnd;
	readonly type: string;
	readonly email: string;
	readonly organization: string;
	/** When the row appears in the log; some are late. */
	readonly visibleAt: Date;
	readonly endsAt: Date;
}

/** Logins at Scalekit, with its authentication log. */
export class Logins {
	readonly all: readonly PlannedLogin[];
	#open: { readonly login: PlannedLogin; row?: LogRow }[];

	constructor(
		random: Random,
		private readonly server: ScalekitServer,
		{ logins, from, to }: { readonly logins: number; readonly from: Date; readonly to: Date },
	) {
		this.all = Array.from({ length: logins }, (_, index) => {
			const at = new Date(from.getTime() + random.below(to.getTime() - from.getTime()));
			const account = random.below(500);
			return {
				id: `req_${index}`,
				at,
				end: random.chance(0.15) ? "open" : random.chance(0.2) ? "FAILED" : "SUCCESS",
				type: random.oneOf(CONNECTION_TYPES),
				email: `person-${account}@customer.example`,
				organization: `org_${account % 40}`,
				visibleAt: new Date(at.getTime() + (random.chance(0.02) ? random.below(8 * MINUTE) : random.below(5 * SECOND))),
				endsAt: new Date(at.getTime() + (random.chance(0.1) ? random.below(85 * MINUTE) : random.below(2 * MINUTE))),
			} as const;
		});
		this.#open = this.all.map((login) => ({ login }));
	}

	/** The log at a time. */
	advanceTo(now: Date): void {
		for (const each of this.#open) {
			const { login } = each;
			if (!each.row && login.visibleAt <= now) {
				each.row = rowOf(login);
				this.server.rows.push(each.row);
			}
			if (each.row && login.end !== "open" && login.endsAt <= now) each.row.status = login.end;
		}
		this.#open = this.#open.filter(({ login, row }) => !row || (login.end !== "open" && row.status !== login.end));
	}
}

function rowOf({ id, at, type, email, organization }: PlannedLogin): LogRow {
	return {
		auth_request_id: id,
		status: "INITIATED",
		timestamp: at.toISOString(),
		email,
		organization_id: organization,
		connection_type: type,
		connection_id: "conn_1",
	};
}
