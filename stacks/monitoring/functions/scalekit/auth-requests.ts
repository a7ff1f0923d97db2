import * as z from "zod";
import type { CredentialsSource } from "./credentials";
import { ScalekitFailure } from "./failure";
import { requestJson } from "./request";
import { DEFAULT_RETRY_POLICY, type RetryPolicy, withRetries } from "./retry";
import type { TimeLeft } from "./time-left";
import { tokensOf } from "./token";

const PATH = "/api/v1/logs/authentication/requests";
const WHAT = `GET ${PATH}`;
/** Rows per page; the server may return fewer. */
const PAGE = 100;

const text = z.string().min(1).optional().catch(undefined);
/** Short enough for a ledger key. */
const id = z.string().min(1).max(255).optional().catch(undefined);

/** The fields in use of a row; a field that does not match the documentation is undefined. */
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

/** A response page. With a total, the list is required, so that a renamed key is not mistaken for an empty log. */
const responseSchema = z
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
	/** Token of the next page; undefined on the last one. */
	readonly next?: string;
	/** The number of rows on all pages, if returned. */
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
	 * @throws {ScalekitFailure} after retries
	 */
	page(span: Span, token: string | undefined, left: TimeLeft): Promise<Page>;
}

interface Options {
	/** e.g. `https://acme.scalekit.com` */
	readonly environmentUrl: string;
	readonly credentials: CredentialsSource;
	/** Called for each response with status 429. */
	readonly onThrottled: () => void;
	readonly pace?: RetryPolicy;
}

/** Scalekit's authentication logs: the only source of failed logins, which send no webhook. */
export function authLogOf({ environmentUrl, credentials, onThrottled, pace = DEFAULT_RETRY_POLICY }: Options): AuthLog {
	const tokens = tokensOf(environmentUrl, credentials);

	async function get(url: URL, left: TimeLeft): Promise<unknown> {
		const token = await tokens.current(left);
		return requestJson(WHAT, url, { headers: { authorization: `Bearer ${token}`, accept: "application/json" } }, left);
	}

	/** A token can be revoked before it expires, for example by rotation: on 401, retries once with a new token. */
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
			const response = await withRetries(() => getWithFreshToken(url, left).catch(reportThrottling), pace, left);
			const read = responseSchema.safeParse(response);
			if (!read.success) throw new ScalekitFailure("malformed", WHAT);
			const { authRequests, next_page_token, total_size } = read.data;
			return { rows: authRequests ?? [], next: next_page_token || undefined, total: total_size };
		},
	};

	function reportThrottling(error: unknown): never {
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
