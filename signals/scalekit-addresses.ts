/**
 * Scalekit documentation, "Outbound IP addresses", read 2026-08: US and EU. They are said to be those of requests on a customer's
 * behalf; that webhooks leave from them is not said, and they may change.
 */
export const PUBLISHED_OUTBOUND_ADDRESSES = ["34.94.129.140", "35.198.115.68"] as const;
