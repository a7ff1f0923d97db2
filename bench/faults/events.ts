import type { Random } from "./random";

export type EventKind = "login" | "logout" | "signup" | "membership" | "other" | "unknown" | "malformed";

/** A Scalekit event with its expected results. */
export interface ScalekitEvent {
	readonly id: string;
	readonly kind: EventKind;
	readonly at: Date;
	readonly body: string;
	readonly user: string;
	readonly country: string;
	/** The duration of the session that a logout ended. */
	readonly seconds: number;
}

/** Event types with their percentage. */
const SHARES: readonly (readonly [EventKind, number])[] = [
	["login", 35],
	["logout", 25],
	["signup", 4],
	["membership", 6],
	["other", 27],
	["unknown", 2],
	["malformed", 1],
];
const COUNTRIES = ["IN", "DE", "US", "BR", "JP"];
const USERS = 2_000;

export function makeEvent(number: number, at: Date, random: Random): ScalekitEvent {
	const kind = kindBy(random.below(100));
	const userNumber = random.below(USERS);
	const home = COUNTRIES[userNumber % COUNTRIES.length] as string;
	const about = {
		id: `evt_${number}`,
		kind,
		at,
		user: `usr_${userNumber}`,
		country: random.chance(0.03) ? random.oneOf(COUNTRIES) : home,
		seconds: 1 + random.below(7_200),
	};
	return { ...about, body: JSON.stringify(envelopeOf(about)) };
}

function kindBy(percent: number): EventKind {
	let left = percent;
	for (const [kind, share] of SHARES) {
		if (left < share) return kind;
		left -= share;
	}
	return "other";
}

function envelopeOf({ id, kind, at, user, country, seconds }: Omit<ScalekitEvent, "body">): object {
	const around = (type: string, object: string, data: object) => ({
		spec_version: "1",
		id,
		type,
		object,
		occurred_at: at.toISOString(),
		environment_id: "env_1",
		organization_id: "org_1",
		data,
	});
	const person = { id: user, email: `${user}@customer.example` };
	const organization = { id: "org_1", display_name: "Customer" };
	switch (kind) {
		case "login":
			return around("user.login", "User", {
				user: person,
				user_session: { session_id: `ses_${id}`, device: { ip: "203.0.113.7", location: { region: country } } },
			});
		case "logout": {
			const created_at = new Date(at.getTime() - seconds * 1000).toISOString();
			return around("user.logout", "User", { user: person, user_session: { created_at, logout_at: at.toISOString() } });
		}
		case "signup":
			return around("user.signup", "OrgMembership", { user: person, organization });
		case "membership":
			return around("user.organization_membership_created", "OrgMembership", { user: person, organization });
		case "unknown":
			return around("user.teleported", "User", { user: person });
		case "malformed":
			return around("organization.created", "Organization", { display_name: 7 });
		default:
			return around("organization.updated", "Organization", organization);
	}
}
