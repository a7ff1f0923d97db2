import * as z from "zod";
import { optionalObject, optionalText, optionalTime } from "./fields";
import { user } from "./user";

/** Unlike in `organization.*`, no field is required. */
const itsOrganization = z.looseObject({
	id: optionalText,
	display_name: optionalText,
	external_id: optionalText,
	region_code: optionalText,
	create_time: optionalTime,
	update_time: optionalTime,
	metadata: optionalObject,
	settings: optionalObject,
});

/** Data of `user.signup` and `user.organization_*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const membership = z.looseObject({ organization: itsOrganization, user });
