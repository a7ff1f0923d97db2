import * as z from "zod";
import { id, optionalText, time } from "./fields";

/** The envelope of all events. */
export const envelope = z.looseObject({
	spec_version: z.string(),
	/** The event's id, `evt_…`: the same for all deliveries. */
	id,
	type: z.string(),
	object: z.string(),
	occurred_at: time,
	environment_id: z.string(),
	/** Missing in events of roles, permissions and some connected accounts. */
	organization_id: optionalText,
	display_name: optionalText,
	data: z.looseObject({}),
});

export type Envelope = z.infer<typeof envelope>;
