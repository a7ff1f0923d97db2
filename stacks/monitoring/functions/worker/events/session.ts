import * as z from "zod";
import { optional, optionalText, optionalTime } from "./fields";
import { user } from "./user";

const location = z.looseObject({
	/** Two-letter ISO 3166 code, as in the documented example. */
	region: optional(z.string().regex(/^[A-Z]{2}$/)),
	region_subdivision: optionalText,
});

/** An open object in Scalekit's schema; fields as in its example. */
const device = z.looseObject({
	browser: optionalText,
	os: optionalText,
	device_type: optionalText,
	location: optional(location),
});

const userSession = z.looseObject({
	session_id: optionalText,
	user_id: optionalText,
	organization_id: optionalText,
	status: optionalText,
	created_at: optionalTime,
	updated_at: optionalTime,
	last_active_at: optionalTime,
	absolute_expires_at: optionalTime,
	idle_expires_at: optionalTime,
	expired_at: optionalTime,
	logout_at: optionalTime,
	authenticated_organizations: optional(z.array(z.string())),
	device: optional(device),
});

/** Data of `user.login` and `user.logout` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const session = z.looseObject({ user, user_session: userSession });

export type SessionData = z.infer<typeof session>;
