import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** Settings per stack. */
export const settings = {
	domain: config.require("domain"),
	certificateArn: config.require("certificateArn"),
	scalekitUrl: config.require("scalekitUrl"),
	alertEmail: config.require("alertEmail"),
};
