import type { Options } from "../options";
import { applicationAlarms } from "./application";
import type { Entry, Needs } from "./entry";
import { ALARM_IDS, type AlarmId } from "./ids";
import { loginAlarms } from "./logins";
import { machineryAlarms } from "./machinery";
import { webhookAlarms } from "./webhooks";

/** Every alarm that there can be. */
export const CATALOG: Readonly<Record<AlarmId, Entry>> = { ...loginAlarms, ...webhookAlarms, ...machineryAlarms, ...applicationAlarms };

type Chosen = Pick<Options, "parts" | "alarms" | "application">;

/** The alarms that these options ask for: those whose part is there, and that nobody switched off. */
export function alarmsFor({ parts, alarms, application }: Chosen): readonly AlarmId[] {
	const there: Readonly<Record<Needs, boolean>> = {
		receiver: parts.receiver,
		poller: parts.poller,
		both: parts.receiver && parts.poller,
		publisher: true,
		application: application.emits,
	};
	return ALARM_IDS.filter((id) => there[CATALOG[id].needs] && alarms[id] !== false);
}
