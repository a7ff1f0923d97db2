import type * as z from "zod";
import { CATALOGUE, type DataOf, type EventType, isKnown } from "./events/catalogue";
import { type Envelope, envelope } from "./events/envelope";

type EventOf<T extends EventType> = T extends EventType ? Envelope & { readonly type: T; readonly data: DataOf<T> } : never;

/** An event of a known type whose data has its documented shape. */
export type Event = EventOf<EventType>;

/** What became of a body. */
export type Reading =
	| { readonly is: "understood"; readonly event: Event }
	/** A whole envelope, of a type that is not in the catalogue. */
	| { readonly is: "unknown"; readonly envelope: Envelope }
	/** Not shaped as documented, `where` it first is not: a path of our own schemas, or nothing where it is not even JSON. */
	| { readonly is: "malformed"; readonly where: string; readonly type?: EventType; readonly envelope?: Envelope };

/** Reads the body of a verified delivery. Never throws. */
export function readEvent(body: string): Reading {
	const around = envelope.safeParse(parsed(body));
	if (!around.success) return { is: "malformed", where: firstPath(around.error) };
	const { type } = around.data;
	if (!isKnown(type)) return { is: "unknown", envelope: around.data };
	const data = CATALOGUE[type].safeParse(around.data.data);
	if (!data.success) return { is: "malformed", where: `data.${firstPath(data.error)}`, type, envelope: around.data };
	return { is: "understood", event: { ...around.data, type, data: data.data } as Event };
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
