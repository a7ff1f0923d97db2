const pulumi = require("@pulumi/pulumi");

/** One program for each stack. */
require(`./${pulumi.getStack()}`);
