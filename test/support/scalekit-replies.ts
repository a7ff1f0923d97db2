/** What the server answers. */
export interface Reply {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** An error as Scalekit shapes it (reference/scalekit.md §7); its message repeats what a real one might, to prove that nobody logs it. */
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
