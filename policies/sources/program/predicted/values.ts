import type { Origin } from "../../../engine/partial-text";
import { UNKNOWN } from "../monitor/unknown";
import type { Members, Shape } from "./declarations";
import type { Frame, StandIns } from "./stand-ins";

/** The maximum depth of objects: types may be recursive. */
const DEEPEST = 4;

/** What a value is generated for. */
export interface Place {
	/** The type token of the resource, or the token of the function. */
	readonly type: string;
	readonly urn?: string;
	/** Identifies one of several calls of a function. */
	readonly call?: string;
	readonly region: string;
	/** Names of the outputs that are secrets. */
	readonly secrets?: ReadonlySet<string>;
	/** True if all parts must be known: the result of an awaited function. */
	readonly complete: boolean;
}

/** Generates values of declared types: strings that split, parse and compare like real ones. */
export class Values {
	constructor(private readonly standIns: StandIns) {}

	/** A value for each required member; for all members if the result must be complete. */
	of(members: Members, place: Place, path = "", depth = 0): Record<string, unknown> {
		const generated: Record<string, unknown> = {};
		for (const [name, { shape, optional }] of members) {
			if (optional && !place.complete && depth === 0) continue;
			// Inside an object, an omitted member would be known to be missing.
			generated[name] =
				optional && !place.complete ? UNKNOWN : this.#make(shape, name, place, path === "" ? name : `${path}.${name}`, depth);
		}
		return generated;
	}

	/** A string for an output of unknown type, by its name. */
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
				if (count === 0 && !place.complete) return UNKNOWN;
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

/** Services with colons instead of slashes in ARNs (AWS, Service Authorization Reference). */
const FLAT_ARNS: ReadonlySet<string> = new Set(["lambda", "logs", "rds", "secretsmanager", "sns", "sqs", "states"]);

/** Services whose name in ARNs differs from the provider's. */
const SERVICES: Readonly<Record<string, string>> = {
	alb: "elasticloadbalancing",
	cloudwatch: "logs",
	lb: "elasticloadbalancing",
	sfn: "states",
};

const PEM: Frame = (token) => `-----BEGIN CERTIFICATE-----\n${token}\n-----END CERTIFICATE-----\n`;
const HOST: Frame = (token) => `${token}.example.com`;

/** Formats by property name; the first match counts. */
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
