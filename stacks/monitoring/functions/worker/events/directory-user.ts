import * as z from "zod";
import { id, optional, optionalFlag, optionalObject, optionalText } from "./fields";

const group = z.looseObject({ id: optionalText, name: optionalText });
const role = z.looseObject({ role_name: optionalText });

/**
 * Data of `organization.directory.user_*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). `user_deleted` has few more fields than the required ones. Names,
 * addresses and phone numbers are not read.
 */
export const directoryUser = z.looseObject({
	id,
	organization_id: id,
	active: optionalFlag,
	email: optionalText,
	dp_id: optionalText,
	groups: optional(z.array(group)),
	roles: optional(z.array(role)),
	custom_attributes: optionalObject,
	raw_attributes: optionalObject,
});
