import { FAILED_LOGIN, isFailedLoginMetricName, isFailedLoginPattern, normalizedName } from "../../signals/failed-login";

describe("a filter pattern lets failed logins through", () => {
	it.each([
		FAILED_LOGIN.pattern,
		'{ $.event = "logins.failed" }',
		'"auth" "FAILED"',
		'?"login failed" ?"signin failed"',
		"%Sign-?in failed%",
		'[ip, path="*login*", status=401]',
		'{ ($.event = "login") && ($.status = 401 || $.status = 403) }',
		'{ $.event = "login" && $.outcome != "success" }',
		'{ $.event = "login" && $.success = false }',
		"{ $.login.success IS FALSE }",
		"{ $.loginFailed IS TRUE }",
		'{ $.type = "SSO_ERROR" }',
		'{ $.event = "user.sign_in_failure" && $.org = * }',
		'{ $.workflow = "sso" && $.status = "FAILED" }',
	])("%s", (pattern) => expect(isFailedLoginPattern(pattern)).toBe(true));
});

describe("a filter pattern is about something else", () => {
	it.each([
		"",
		'"ERROR"',
		'{ $.event = "login.succeeded" }',
		'{ $.event = "login.succeeded" && $.error NOT EXISTS }',
		'{ $.event = "login.succeeded" || $.event = "payment.failed" }',
		'{ $.event != "login.failed" }',
		"{ $.login.failed IS FALSE }",
		'"login" -"failed"',
		'{ $.level = "error" && $.service = "auth" }',
		'{ $.event = "webhook.auth.failed" }',
		'{ $.author = "x" && $.failed IS TRUE }',
		'{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
		'{ $.eventSource = "signin.amazonaws.com" && $.errorMessage = "Failed authentication" }',
	])("%s", (pattern) => expect(isFailedLoginPattern(pattern)).toBe(false));
});

describe("a metric's name", () => {
	it.each(["LoginFailed", "failed_logins", "AuthFailures", "ELBAuthFailure", "SignInErrors", "auth.failed", "SSOFailures"])(
		"%s counts failed logins",
		(name) => expect(isFailedLoginMetricName(name)).toBe(true),
	);
	it.each(["ConsoleSigninFailures", "LoginSucceeded", "AuthErrors", "WebhookAuthFailed", "5XXError", "AuthorizationDenied"])(
		"%s does not",
		(name) => expect(isFailedLoginMetricName(name)).toBe(false),
	);
	it("is the same one in two spellings, and another one with another word", () => {
		expect(normalizedName("failed_logins")).toBe(normalizedName("LoginFailed"));
		expect(normalizedName("AuthFailureCount")).toBe(normalizedName("LoginFailed"));
		expect(normalizedName("LoginFailedByOrg")).not.toBe(normalizedName("LoginFailed"));
	});
});
