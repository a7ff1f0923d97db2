import { monitoring } from "./monitoring";
import "./app";

/** To be registered in the Scalekit dashboard. */
export const webhookUrl = monitoring.webhookUrl;

/** Its value is set manually. */
export const webhookSecretArn = monitoring.webhookSecretArn;
export const credentialsSecretArn = monitoring.credentialsSecretArn;

export const dashboard = monitoring.dashboardUrl;
