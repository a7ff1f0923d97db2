import * as z from "zod";
import { optionalObject, optionalText, optionalTime } from "./fields";

/** A user within an event; no field is documented as required. */
export const user = z.looseObject({
	id: optionalText,
	email: optionalText,
	external_id: optionalText,
	create_time: optionalTime,
	update_time: optionalTime,
	last_login_time: optionalTime,
	metadata: optionalObject,
	user_profile: optionalObject,
});
