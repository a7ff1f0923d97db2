/** Scalekit's contacts (reference/scalekit.md §7): the only documented ones. */
export const SUPPORT = "support@scalekit.com";
export const STATUS_PAGE = "https://scalekit.statuspage.io";

/** What a ticket should say, so that nobody has to ask for it. */
export const IN_A_TICKET = [
	"the environment's address",
	"the `client_id`, and the connection's or resource's id",
	'an `auth_request_id`: the saved query "failed logins by account" shows the latest ones',
	"when it began, with the time zone",
	"the error as people see it, word by word",
	"no e-mail address, token or secret",
] as const;
