/** What the server answers. */
export interface Reply {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A Scalekit error response; its message contains what a real one might, to test that it is not logged. */
export function errorBody(status: number, code: string, headers: Record<string, string> = {}): Reply {
	return {
		status,
		headers,
		body: {
			code: status,
			message: `what the answer says: ${code}`,
			details: [{ "@type": "type.googleapis.com/scalekit.v1.errdetails.ErrorInfo", error_code: code }],
		},
	};
}
