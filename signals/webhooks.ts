import { counter, windowTotal } from "./metric";

/** Path of the webhook endpoint. */
export const WEBHOOK_PATH = "/webhooks/scalekit";

/** The dimension for why a delivery was rejected. */
export const REASON = "reason";

/** Values of `REASON`, in the order of the receiver's checks. */
export const REJECTION_REASONS = [
	"content-type",
	"too-large",
	"missing-header",
	"malformed-header",
	"timestamp",
	"signature",
	"not-json",
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Metric K5: deliveries by the receiver's response. */
export const WEBHOOK_ACCEPTED = counter("receiver", { name: "WebhookAccepted", meaning: "A delivery that was verified and queued" });
export const WEBHOOK_DUPLICATE = counter("receiver", {
	name: "WebhookDuplicate",
	meaning: "A verified delivery of an event that was processed before",
});
export const WEBHOOK_REJECTED = counter("receiver", {
	name: "WebhookRejected",
	by: REASON,
	meaning: "A delivery that was rejected with a 4xx status",
});
export const WEBHOOK_FAILED = counter("receiver", {
	name: "WebhookFailed",
	meaning: "A delivery that failed with 503, so that Scalekit retries it",
});

/** Throttled deliveries do not reach the receiver; they are counted from the API's access log. */
export const WEBHOOK_THROTTLED = {
	...counter("access-log", { name: "WebhookThrottled", meaning: "A delivery that the API throttled" }),
	/** Filter pattern for the access log. */
	pattern: '{ $.status = "429" && $.service = * }',
};

/** Events, each counted once regardless of the number of deliveries. */
export const EVENT_HANDLED = windowTotal({ name: "EventHandled", meaning: "An event of a known type" });
export const EVENT_UNKNOWN = windowTotal({
	name: "EventUnknown",
	meaning: "An event of a type unknown to this version; it is stored unprocessed",
});
export const EVENT_MALFORMED = windowTotal({
	name: "EventMalformed",
	meaning: "An event of a known type that does not match the documented schema; it is stored unprocessed",
});
