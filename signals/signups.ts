import { happening, windowTotal } from "./metric";

/** Metric K1. Scalekit tells of finished sign-ups; only the application knows who began one. */
export const SIGNUP_STARTED = happening("application", { name: "SignupStarted", meaning: "The application sent somebody to sign up" });
export const SIGNUP_COMPLETED = windowTotal({ name: "SignupCompleted", meaning: "Somebody signed up and made an organization" });
export const MEMBERSHIP_CREATED = windowTotal({
	name: "MembershipCreated",
	meaning: "Somebody joined an organization: invited, just in time, by directory or by domain",
});
