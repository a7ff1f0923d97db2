import * as z from "zod";
import { id, optional, optionalFlag, optionalObject, optionalText } from "./fields";

const group = z.looseObject({ id: optionalText, name: optionalText });
const role = z.looseObject({ role_name: optionalText });

/**
 * Data of `organization.directory.user_*` (reference/scalekit.md §3.1, DirUserData). `user_deleted` has little more than what is required. The many
 * names, addresses and numbers of a person are let through unread.
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
