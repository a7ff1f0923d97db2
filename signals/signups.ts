import { counter, windowTotal } from "./metric";

/** Metric K1. Scalekit reports completed sign-ups; only the application knows of started ones. */
export const SIGNUP_STARTED = counter("application", { name: "SignupStarted", meaning: "A sign-up that the application started" });
export const SIGNUP_COMPLETED = windowTotal({ name: "SignupCompleted", meaning: "A completed sign-up with a new organization" });
export const MEMBERSHIP_CREATED = windowTotal({
	name: "MembershipCreated",
	meaning: "A user who joined an organization: by invitation, just-in-time provisioning, directory or domain",
});
