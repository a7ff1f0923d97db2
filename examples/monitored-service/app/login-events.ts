import { authEvents } from "scalekit-readiness/emit";

/** What only the application can tell of logging in; each call writes one line to standard output, which CloudWatch counts. */
export const loginEvents = authEvents(process.env["AUTH_MONITORING"] ?? "shop-auth");
