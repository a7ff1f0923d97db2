/** Scalekit's documented contacts. */
export const SUPPORT = "support@scalekit.com";
export const STATUS_PAGE = "https://scalekit.statuspage.io";

/** What a support ticket should contain. */
export const TICKET_CONTENTS = [
	"the environment's URL",
	"the `client_id`, and the id of the connection or resource",
	'an `auth_request_id`: the saved query "failed logins by account" shows the latest',
	"the start time, with time zone",
	"the exact error that users see",
	"no e-mail addresses, tokens or secrets",
] as const;
