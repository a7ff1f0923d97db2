export * from "./apigateway";
export * from "./cloudfront";
export * from "./compute";
export * from "./egress";
export * from "./elb";
export * from "./monitoring";
export * from "./secrets";
export * from "./waf";
