import * as z from "zod";
import { id, optional, optionalObject, optionalText, optionalTime } from "./fields";

const feature = z.looseObject({ name: z.string(), enabled: z.boolean() });

/** Data of `organization.created`, `.updated` and `.deleted` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const organization = z.looseObject({
	id,
	display_name: z.string(),
	external_id: optionalText,
	region_code: optionalText,
	create_time: optionalTime,
	update_time: optionalTime,
	deleted_at: optionalTime,
	metadata: optionalObject,
	settings: optional(z.looseObject({ features: optional(z.array(feature)) })),
});
