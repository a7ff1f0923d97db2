import * as z from "zod";
import { optionalObject, optionalText, optionalTime } from "./fields";
import { user } from "./user";

/** Unlike the data of `organization.*`, nothing of it is required here. */
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

/** Data of `user.signup` and `user.organization_*` (reference/scalekit.md §3.1, {organization, user}). */
export const membership = z.looseObject({ organization: itsOrganization, user });
