import { authEvents } from "scalekit-readiness/emit";

/** Login metrics that only the application can count; each call writes one line to stdout, which CloudWatch counts. */
export const loginEvents = authEvents(process.env["AUTH_MONITORING"] ?? "shop-auth");
