import * as z from "zod";
import { id, optionalText, time } from "./fields";

/** What every event has around its data (reference/scalekit.md §3.2). */
export const envelope = z.looseObject({
	spec_version: z.string(),
	/** The event's own id, `evt_…`: the same however often it is delivered. */
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
