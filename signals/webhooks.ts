import { happening, windowTotal } from "./metric";

/** Where the receiver takes deliveries. */
export const WEBHOOK_PATH = "/webhooks/scalekit";

/** The dimension that says why a delivery was refused. */
export const REASON = "reason";

/** Values of `REASON`, in the order in which the receiver looks. */
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

/** Metric K5: each delivery as the receiver answers it. */
export const WEBHOOK_ACCEPTED = happening("receiver", { name: "WebhookAccepted", meaning: "A delivery that was verified and queued" });
export const WEBHOOK_DUPLICATE = happening("receiver", {
	name: "WebhookDuplicate",
	meaning: "A verified delivery whose event was handled before",
});
export const WEBHOOK_REJECTED = happening("receiver", {
	name: "WebhookRejected",
	by: REASON,
	meaning: "A delivery that was refused with a 4xx status",
});
export const WEBHOOK_FAILED = happening("receiver", {
	name: "WebhookFailed",
	meaning: "A delivery that could not be taken (503), so that Scalekit sends it again",
});

/** What the API's own throttling turns away never reaches the receiver; its access log tells of it. */
export const WEBHOOK_THROTTLED = {
	...happening("access-log", { name: "WebhookThrottled", meaning: "A delivery that the API turned away for coming too fast" }),
	/** A line of the access log that counts as one. */
	pattern: '{ $.status = "429" && $.service = * }',
};

/** Events, each counted once however often it was delivered. */
export const EVENT_HANDLED = windowTotal({ name: "EventHandled", meaning: "An event of a known type" });
export const EVENT_UNKNOWN = windowTotal({
	name: "EventUnknown",
	meaning: "An event of a type that this version does not know; it is kept",
});
export const EVENT_MALFORMED = windowTotal({
	name: "EventMalformed",
	meaning: "An event of a known type that is not shaped as documented; it is kept",
});
