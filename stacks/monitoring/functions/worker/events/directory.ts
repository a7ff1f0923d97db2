import * as z from "zod";
import { id, optionalFlag, optionalText, optionalTime } from "./fields";

/** Data of `organization.directory_enabled` and `_disabled` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const directory = z.looseObject({
	id,
	organization_id: id,
	directory_type: optionalText,
	provider: optionalText,
	enabled: optionalFlag,
	updated_at: optionalTime,
});
