import type { Item } from "./item";
import type { Section } from "./section";
import { adminPortal } from "./sections/admin-portal";
import { authMethods } from "./sections/auth-methods";
import { coreAuthFlows } from "./sections/core-auth-flows";
import { customization } from "./sections/customization";
import { errorHandling } from "./sections/error-handling";
import { jit } from "./sections/jit";
import { keyMetrics } from "./sections/key-metrics";
import { mcp } from "./sections/mcp";
import { network } from "./sections/network";
import { observability } from "./sections/observability";
import { organizationFlows } from "./sections/organization-flows";
import { quickChecks } from "./sections/quick-checks";
import { rbac } from "./sections/rbac";
import { reliability } from "./sections/reliability";
import { scim } from "./sections/scim";
import { sso } from "./sections/sso";
import { userFlows } from "./sections/user-flows";

/** The sections of the checklist in the vendor's order: earlier sections are blockers for later ones. */
export const sections: readonly Section[] = [
	quickChecks,
	customization,
	coreAuthFlows,
	authMethods,
	errorHandling,
	sso,
	jit,
	scim,
	adminPortal,
	network,
	userFlows,
	organizationFlows,
	rbac,
	mcp,
	observability,
	keyMetrics,
	reliability,
];

/** All 86 items in the vendor's order. */
export const items: readonly Item[] = sections.flatMap((section) => section.items);

const byId: ReadonlyMap<string, Item> = new Map(items.map((item) => [item.id, item]));

/** The item with this id, if there is one. */
export function itemOf(id: string): Item | undefined {
	return byId.get(id);
}
