import type * as z from "zod";
import { CATALOGUE, type DataOf, type EventType, isKnown } from "./events/catalogue";
import { type Envelope, envelope } from "./events/envelope";

type EventOf<T extends EventType> = T extends EventType ? Envelope & { readonly type: T; readonly data: DataOf<T> } : never;

/** An event of a known type whose data has its documented shape. */
export type Event = EventOf<EventType>;

/** The result of parsing a body. */
export type ParsedEvent =
	| { readonly is: "valid"; readonly event: Event }
	/** A valid envelope of a type that is not in the catalogue. */
	| { readonly is: "unknown"; readonly envelope: Envelope }
	/** Does not match the documented schema; `where` is the first invalid path, empty if the body is not JSON. */
	| { readonly is: "malformed"; readonly where: string; readonly type?: EventType; readonly envelope?: Envelope };

/** Parses the body of a verified delivery. Never throws. */
export function parseEvent(body: string): ParsedEvent {
	const parsedEnvelope = envelope.safeParse(parsed(body));
	if (!parsedEnvelope.success) return { is: "malformed", where: firstPath(parsedEnvelope.error) };
	const { type } = parsedEnvelope.data;
	if (!isKnown(type)) return { is: "unknown", envelope: parsedEnvelope.data };
	const data = CATALOGUE[type].safeParse(parsedEnvelope.data.data);
	if (!data.success) return { is: "malformed", where: `data.${firstPath(data.error)}`, type, envelope: parsedEnvelope.data };
	return { is: "valid", event: { ...parsedEnvelope.data, type, data: data.data } as Event };
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** Names of fields alone: messages of the schemas may repeat what they were given. */
function firstPath({ issues }: z.ZodError): string {
	return issues[0]?.path.join(".") ?? "";
}
