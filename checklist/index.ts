import type { Line } from "./line";
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

/** The checklist's sections in the vendor's order: an earlier one blocks the later ones. */
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

/** All 86 lines in the vendor's order. */
export const lines: readonly Line[] = sections.flatMap((section) => section.lines);

const byId: ReadonlyMap<string, Line> = new Map(lines.map((line) => [line.id, line]));

/** The line of this id, if there is one. */
export function lineOf(id: string): Line | undefined {
	return byId.get(id);
}
