import * as z from "zod";
import { id, optionalText, optionalTime } from "./fields";

/** Data of `organization.domain_*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). `txt_record_secret` is not read. */
export const domain = z.looseObject({
	id,
	domain: z.string(),
	domain_type: z.string(),
	organization_id: id,
	environment_id: id,
	verification_status: z.string(),
	verification_method: optionalText,
	txt_record_key: optionalText,
	updated_at: optionalTime,
});
