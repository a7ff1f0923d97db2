/**
 * Settings of all AWS clients: short timeouts and retries. The SDK's default has no timeout (AWS SDK for JavaScript, Developer Guide: Configure maximum
 * retries and timeouts), and Scalekit's webhook deliveries time out after 10 s. Connections are kept alive, as by default.
 */
export const CLIENT_SETTINGS = {
	maxAttempts: 3,
	requestHandler: {
		connectionTimeout: 2_000,
		requestTimeout: 2_000,
		/** Otherwise the SDK only logs a warning. */
		throwOnRequestTimeout: true,
	},
};
