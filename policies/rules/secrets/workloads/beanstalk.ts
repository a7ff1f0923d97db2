import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { BeanstalkEnvironment } from "../../../facts/resource-types";
import { type InjectedValue, workload } from "../injected-values";

const VARIABLES = "aws:elasticbeanstalk:application:environment";
/** The namespace of variables whose values are ARNs that Elastic Beanstalk resolves. */
const REFERENCES = "aws:elasticbeanstalk:application:environmentsecrets";
const FIX = `Store the value in Secrets Manager or in an SSM SecureString, and set its ARN in the namespace ${REFERENCES}.`;

export const beanstalkEnvironment = workload(BeanstalkEnvironment, (environment) => {
	const settings = environment.read("settings");
	if (settings.isUnknown) return [{ kind: "unknown", verdict: undetermined(settings) }];
	return settings.items.flatMap((setting) => ofSetting(setting as Reading));
});

function ofSetting(setting: Reading): readonly InjectedValue[] {
	const namespace = setting.read("namespace");
	const named = { name: setting.read("name"), value: setting.read("value") };
	if (namespace.isUnknown) return [{ kind: "unknown", verdict: undetermined(namespace) }];
	if (namespace.is(REFERENCES)) return [{ kind: "reference", ...named }];
	return namespace.is(VARIABLES) ? [{ kind: "variable", ...named, recipient: "the environment", fix: FIX }] : [];
}
