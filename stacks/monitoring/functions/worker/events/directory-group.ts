import * as z from "zod";
import { id, optionalObject, optionalText } from "./fields";

/** Data of `organization.directory.group_*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const directoryGroup = z.looseObject({
	id,
	organization_id: id,
	directory_id: optionalText,
	display_name: optionalText,
	external_id: optionalText,
	dp_id: optionalText,
	raw_attributes: optionalObject,
});
