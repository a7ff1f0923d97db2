/**
 * How every AWS client here calls: soon tired of one answer, and trying again. The defaults wait without end (AWS SDK for JavaScript, Developer
 * Guide: Configure maximum retries and timeouts), longer than Scalekit waits for an answer (reference/scalekit.md §3.5: 10 s). Connections are kept open, as
 * is the SDK's default.
 */
export const CLIENT_SETTINGS = {
	maxAttempts: 3,
	requestHandler: {
		connectionTimeout: 2_000,
		requestTimeout: 2_000,
		/** Without it the SDK only warns. */
		throwOnRequestTimeout: true,
	},
};
