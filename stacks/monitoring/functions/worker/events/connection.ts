import * as z from "zod";
import { id, optionalFlag, optionalText } from "./fields";

/** Data of `organization.sso_*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const connection = z.looseObject({
	id,
	organization_id: id,
	connection_type: optionalText,
	provider: optionalText,
	enabled: optionalFlag,
	status: optionalText,
});
