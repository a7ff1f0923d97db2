import type { Origin } from "../../../engine/partial-text";
import { UNKNOWN } from "../monitor/unknown";
import type { Members, Shape } from "./declarations";
import type { Frame, StandIns } from "./stand-ins";

/** Objects in objects in objects: no program reads deeper, and types may hold themselves. */
const DEEPEST = 4;

/** What values are made for. */
export interface Place {
	/** The type token of the resource, or the token of the function. */
	readonly type: string;
	readonly urn?: string;
	/** What tells two calls of one function apart. */
	readonly call?: string;
	readonly region: string;
	/** Names of the outputs that are secrets. */
	readonly secrets?: ReadonlySet<string>;
	/** True where nothing may be left unknown: the result of a function that a program awaits. */
	readonly whole: boolean;
}

/** Makes values of declared shapes: texts that split, parse and compare as real ones of their name do. */
export class Values {
	constructor(private readonly standIns: StandIns) {}

	/** A value for each member that is certain to be there; for every member where the result must be whole. */
	of(members: Members, place: Place, path = "", depth = 0): Record<string, unknown> {
		const made: Record<string, unknown> = {};
		for (const [name, { shape, optional }] of members) {
			if (optional && !place.whole && depth === 0) continue;
			// Inside an object a member that is left out would be known to be missing.
			made[name] = optional && !place.whole ? UNKNOWN : this.#make(shape, name, place, path === "" ? name : `${path}.${name}`, depth);
		}
		return made;
	}

	/** A text for an output of which only the name is known. */
	text(name: string, place: Place, path = name): string {
		return this.standIns.text(originOf(place, path), {
			frame: this.#frameFor(name, place),
			secret: place.secrets?.has(path.split(".")[0] ?? "") ?? false,
			call: place.call,
		});
	}

	#make(shape: Shape, name: string, place: Place, path: string, depth: number): unknown {
		switch (shape.is) {
			case "text":
				return this.text(name, place, path);
			case "number":
				return this.standIns.number(originOf(place, path));
			case "list": {
				const count = shape.item.is === "unknown" || shape.item.is === "map" ? 0 : this.standIns.items;
				if (count === 0 && !place.whole) return UNKNOWN;
				return Array.from({ length: count }, (_, index) =>
					this.#make(shape.item, name.replace(/s$/, ""), place, `${path}[${index}]`, depth),
				);
			}
			case "object":
				return depth < DEEPEST ? this.of(shape.members(), place, path, depth + 1) : UNKNOWN;
			default:
				return UNKNOWN;
		}
	}

	#frameFor(name: string, { type, region }: Place): Frame {
		const { account } = this.standIns;
		const [pkg = "", module = "", kind = ""] = type.split(":");
		const named = FRAMES.find(([pattern]) => pattern.test(name));
		if (named) return named[1];
		if (pkg === "aws" && /arns?$/i.test(name)) {
			const service = SERVICES[module.split("/")[0] ?? ""] ?? module.split("/")[0] ?? "aws";
			const what = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
			return (token) =>
				FLAT_ARNS.has(service)
					? `arn:aws:${service}:${region}:${account}:${service === "sns" || service === "sqs" ? "" : `${what}:`}${token}`
					: `arn:aws:${service}:${region}:${account}:${what}/${token}`;
		}
		return (token) => token;
	}
}

function originOf({ type, urn }: Place, property: string): Origin {
	return { type, ...(urn === undefined ? {} : { urn }), property };
}

/** Services whose ARNs have colons where others have slashes (AWS, Service Authorization Reference). */
const FLAT_ARNS: ReadonlySet<string> = new Set(["lambda", "logs", "rds", "secretsmanager", "sns", "sqs", "states"]);

/** Services that ARNs call otherwise than the provider does. */
const SERVICES: Readonly<Record<string, string>> = {
	alb: "elasticloadbalancing",
	cloudwatch: "logs",
	lb: "elasticloadbalancing",
	sfn: "states",
};

const PEM: Frame = (token) => `-----BEGIN CERTIFICATE-----\n${token}\n-----END CERTIFICATE-----\n`;
const HOST: Frame = (token) => `${token}.example.com`;

/** What a value looks like by its name; the first that fits counts. */
const FRAMES: readonly (readonly [name: RegExp, frame: Frame])[] = [
	[/(?:repository|image)Ur[il]$/i, (token) => `${token}.example.com/${token}`],
	[/^imageName$/, (token) => `${token}.example.com/${token}:latest`],
	[/^endpoint$/, (token) => `${token}.example.com:5432`],
	[/ur[il]s?$|^issuer$/i, (token) => `https://${token}.example.com/${token}`],
	[/cidr(?:Block)?s?$/i, (token) => `198.18.${byteOf(token, 0)}.0/24`],
	[/ipv6(?:Address)?(?:es)?$/i, (token) => `2001:db8:${token.slice(-4)}::1`],
	[/(?:^|[a-z])ip(?:v4)?(?:Address)?(?:es)?$/i, (token) => `198.18.${byteOf(token, 0)}.${byteOf(token, 2)}`],
	[/(?:^|[a-z])(?:[dD]ate|[tT]ime|[tT]imestamp|At|On|notAfter|notBefore|lastModified)$/, () => "2187-06-05T04:03:02Z"],
	[/(?:certificate|certPem|pem|privateKey)$/i, PEM],
	[/(?:dnsName|domainName|domain|hostname|host|address|fqdn)s?$/i, HOST],
];

function byteOf(token: string, offset: number): number {
	return Number.parseInt(token.slice(offset - 4, offset - 2 || undefined), 16) % 256 || 1;
}
