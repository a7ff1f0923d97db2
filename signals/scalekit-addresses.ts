/**
 * Scalekit, Outbound IP addresses: https://docs.scalekit.com/reference/outbound-ip-addresses/, read 2026-08: US and EU. Documented for requests on a customer's
 * behalf; not documented for webhooks, and subject to change.
 */
export const PUBLISHED_OUTBOUND_ADDRESSES = ["34.94.129.140", "35.198.115.68"] as const;
