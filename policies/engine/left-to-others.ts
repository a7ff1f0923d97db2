import type { Finding } from "./finding";

/**
 * What would fail if the load balancer of another stack is public, in one clause; undefined where nothing would. The most common
 * split, a load balancer in one stack and its listeners in another, must not lose the rules of the listeners silently.
 */
export function leftToOthers(findings: readonly Finding[]): string | undefined {
	const left = findings.filter(({ wouldFail }) => wouldFail).sort((a, b) => (a.urn < b.urn ? -1 : 1));
	const [first] = left;
	if (!first) return undefined;
	const checks = left.length === 1 ? "1 check of a listener" : `${left.length} checks of listeners`;
	return `${checks} would fail if the load balancer, which is not seen here, is public (the first: ${first.rule}, ${first.message}); a check of both stacks together decides`;
}
