import { errorBody, type Reply } from "./scalekit-replies";

export const LOG_STATUSES = ["INITIATED", "PENDING", "SUCCESS", "FAILED"] as const;

/** A row of the authentication logs; fields that a test omits are missing in the response. */
export interface LogRow {
	auth_request_id?: string;
	environment_id?: string;
	organization_id?: string;
	email?: string;
	status?: string;
	timestamp?: string;
	workflow?: string;
	connection_id?: string;
	connection_type?: string;
	connection_provider?: string;
	connection_details?: readonly { connection_id?: string; connection_type?: string; organization_id?: string }[];
	client_id?: string;
	resource_id?: string;
}

/**
 * Answers a query of the logs: newest first, `start_time` and `end_time` inclusive. A page token is a place in the list and not a row, so that pages
 * shift when the list grows while it is read.
 */
export function answerToLogQuery(rows: readonly LogRow[], query: URLSearchParams, largestPage: number): Reply {
	const statuses = query.getAll("status").map((status) => status.toUpperCase());
	if (statuses.some((status) => !(LOG_STATUSES as readonly string[]).includes(status))) return errorBody(400, "INVALID_ARGUMENT");
	const from = timeOf(query.get("start_time"));
	const to = timeOf(query.get("end_time"));
	const skip = Number(query.get("page_token") ?? 0);
	const size = Math.min(Number(query.get("page_size") ?? 10), largestPage);
	if ([from, to].some((time) => time !== undefined && Number.isNaN(time)) || !(skip >= 0) || !(size > 0))
		return errorBody(400, "INVALID_ARGUMENT");

	const found = rows
		.filter((row) => {
			const at = timeOf(row.timestamp) ?? 0;
			return (
				(from === undefined || at >= from) &&
				(to === undefined || at <= to) &&
				(statuses.length === 0 || statuses.includes((row.status ?? "").toUpperCase())) &&
				FILTERS.every((name) => !query.has(name) || query.get(name) === row[name])
			);
		})
		.sort((one, other) => (timeOf(other.timestamp) ?? 0) - (timeOf(one.timestamp) ?? 0));
	return {
		status: 200,
		body: {
			authRequests: found.slice(skip, skip + size),
			next_page_token: skip + size < found.length ? String(skip + size) : "",
			prev_page_token: skip > 0 ? String(Math.max(0, skip - size)) : "",
			total_size: found.length,
		},
	};
}

const FILTERS = ["email", "resource_id", "client_id"] as const;

/** Epoch milliseconds of an RFC 3339 time; NaN if it is invalid. */
function timeOf(text: string | null | undefined): number | undefined {
	return text === null || text === undefined ? undefined : Date.parse(text);
}
