import type { Options } from "../options";
import { applicationAlarms } from "./application";
import type { Entry, Needs } from "./entry";
import { ALARM_IDS, type AlarmId } from "./ids";
import { loginAlarms } from "./logins";
import { machineryAlarms } from "./machinery";
import { webhookAlarms } from "./webhooks";

/** The alarms by what they are about. */
const THEMES = { logins: loginAlarms, webhooks: webhookAlarms, machinery: machineryAlarms, application: applicationAlarms } as const;

export type Theme = keyof typeof THEMES;

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

/** Alarms of one theme that page together. */
export interface Page {
	readonly theme: Theme;
	/** What their composite is called beside them. */
	readonly id: `page-${Theme}`;
	readonly alarms: readonly AlarmId[];
}

/**
 * The alarms that page with these options. Each theme pages for itself, so that what rings already of one does not keep another from waking
 * somebody; a theme of which nothing pages is left out.
 */
export function pagesFor(options: Chosen & Pick<Options, "alerts">): readonly Page[] {
	const paging = alarmsFor(options).filter((id) => options.alerts.severities[CATALOG[id].severity] === "page");
	return (Object.keys(THEMES) as Theme[])
		.map((theme) => ({ theme, id: `page-${theme}` as const, alarms: paging.filter((id) => id in THEMES[theme]) }))
		.filter(({ alarms }) => alarms.length > 0);
}
