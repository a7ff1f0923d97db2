import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** Settings per stack. */
export const settings = {
	scalekitUrl: config.require("scalekitUrl"),
	onCallEmail: config.require("onCallEmail"),
	teamEmail: config.require("teamEmail"),
	certificateArn: config.require("certificateArn"),
	/** The deployment's name: the dimension of the application's metrics. */
	monitoring: "shop-auth",
};
