import * as z from "zod";
import type { CredentialsSource } from "./credentials";
import { ScalekitFailure } from "./failure";
import { requestJson } from "./request";
import { PATIENT, type Pace, withRetries } from "./retry";
import type { TimeLeft } from "./time-left";
import { tokensOf } from "./token";

const PATH = "/api/v1/logs/authentication/requests";
const WHAT = `GET ${PATH}`;
/** Rows asked for at once; a server may give fewer. */
const PAGE = 100;

const text = z.string().min(1).optional().catch(undefined);
/** Short enough for a key of the ledger. */
const id = z.string().min(1).max(255).optional().catch(undefined);

/** A row of the authentication logs: what is read of it, each field absent where it is not as documented. */
const row = z
	.looseObject({
		auth_request_id: id,
		organization_id: text,
		email: text,
		status: text,
		timestamp: text,
		connection_id: text,
		connection_type: text,
	})
	.catch({
		auth_request_id: undefined,
		organization_id: undefined,
		email: undefined,
		status: undefined,
		timestamp: undefined,
		connection_id: undefined,
		connection_type: undefined,
	});

export type AuthRequestRow = z.infer<typeof row>;

/** An answer (reference/scalekit.md §4.1). Where a total is told, there must be a list, so that a renamed key is no empty log. */
const answer = z
	.looseObject({
		authRequests: z.array(row).nullish(),
		next_page_token: z.string().nullish(),
		total_size: z.coerce.number().int().min(0).optional(),
	})
	.refine(
		({ authRequests, total_size, next_page_token, ...others }) => authRequests || total_size === 0 || Object.keys(others).length === 0,
	);

export interface Page {
	/** Newest first. */
	readonly rows: readonly AuthRequestRow[];
	/** Token of the next page; absent on the last one. */
	readonly next?: string;
	/** How many rows the query finds on all pages, where Scalekit says so. */
	readonly total?: number;
}

/** Both ends inclusive. */
export interface Span {
	readonly from: Date;
	readonly to: Date;
}

export interface AuthLog {
	/**
	 * One page of the rows of a span.
	 *
	 * @throws {ScalekitFailure} after retries where those may help
	 */
	page(span: Span, token: string | undefined, left: TimeLeft): Promise<Page>;
}

interface Options {
	/** e.g. `https://acme.scalekit.com` */
	readonly environmentUrl: string;
	readonly credentials: CredentialsSource;
	/** Called for each answer of status 429. */
	readonly onThrottled: () => void;
	readonly pace?: Pace;
}

/** Scalekit's authentication logs, the only place where failed logins show (reference/scalekit.md §3.3). */
export function authLogOf({ environmentUrl, credentials, onThrottled, pace = PATIENT }: Options): AuthLog {
	const tokens = tokensOf(environmentUrl, credentials);

	async function get(url: URL, left: TimeLeft): Promise<unknown> {
		const token = await tokens.current(left);
		return requestJson(WHAT, url, { headers: { authorization: `Bearer ${token}`, accept: "application/json" } }, left);
	}

	/** A token may end before its time: secrets are rotated, clocks differ. One that is fresh and refused is another matter. */
	async function getWithFreshToken(url: URL, left: TimeLeft): Promise<unknown> {
		return get(url, left).catch((error) => {
			if (!(error instanceof ScalekitFailure) || error.status !== 401) throw error;
			tokens.forget();
			return get(url, left);
		});
	}

	return {
		async page(span, token, left) {
			const url = urlOf(environmentUrl, span, token);
			const told = await withRetries(() => getWithFreshToken(url, left).catch(tell), pace, left);
			const read = answer.safeParse(told);
			if (!read.success) throw new ScalekitFailure("malformed", WHAT);
			const { authRequests, next_page_token, total_size } = read.data;
			return { rows: authRequests ?? [], next: next_page_token || undefined, total: total_size };
		},
	};

	function tell(error: unknown): never {
		if (error instanceof ScalekitFailure && error.kind === "throttled") onThrottled();
		throw error;
	}
}

function urlOf(environmentUrl: string, { from, to }: Span, token: string | undefined): URL {
	const url = new URL(PATH, environmentUrl);
	url.searchParams.set("page_size", String(PAGE));
	url.searchParams.set("start_time", from.toISOString());
	url.searchParams.set("end_time", to.toISOString());
	if (token) url.searchParams.set("page_token", token);
	return url;
}
