import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** What differs from stack to stack. */
export const settings = {
	scalekitUrl: config.require("scalekitUrl"),
	onCallEmail: config.require("onCallEmail"),
	teamEmail: config.require("teamEmail"),
	certificateArn: config.require("certificateArn"),
	/** The monitoring's name: its alarms find what the application counts under it. */
	monitoring: "shop-auth",
};
