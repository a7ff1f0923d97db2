import { monitoring } from "./monitoring";
import "./app";

/** Goes into Scalekit's dashboard. */
export const webhookUrl = monitoring.webhookUrl;

/** To be filled in by a person. */
export const webhookSecretArn = monitoring.webhookSecretArn;
export const credentialsSecretArn = monitoring.credentialsSecretArn;

export const dashboard = monitoring.dashboardUrl;
