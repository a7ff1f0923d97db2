/** Physical names of resources that are referenced by name; Pulumi names the others. */
export interface Names {
	readonly receiver: string;
	readonly worker: string;
	readonly poller: string;
	readonly publisher: string;
	readonly queue: string;
	readonly deadLetters: string;
	readonly dashboard: string;
	readonly runbook: string;
	readonly switch: string;
	readonly logGroup: (of: string) => string;
	readonly alarm: (id: string) => string;
}

/** @param name the deployment's name */
export function namesOf(name: string): Names {
	return {
		receiver: `${name}-receiver`,
		worker: `${name}-worker`,
		poller: `${name}-poller`,
		publisher: `${name}-publisher`,
		queue: `${name}-events`,
		deadLetters: `${name}-dead-letters`,
		dashboard: name,
		runbook: `${name}-runbook`,
		switch: `${name}-switch`,
		logGroup: (of) => `/scalekit/${name}/${of}`,
		alarm: (id) => `${name}-${id}`,
	};
}
